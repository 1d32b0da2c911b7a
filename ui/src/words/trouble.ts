import type { Code } from "#api/wire.ts";

/** What each trouble says to a person: what happened, that nothing was lost, what to do. */
export const troubles: Record<Code, string> = {
  REFUSED: "El acto no procede todavía. Nada cambió; vea lo que falta.",
  CHANGED:
    "El texto cambió mientras escribía. Lo que escribió sigue aquí; vuelva a guardarlo.",
  NO_SUCH_STANDARD: "Ese estándar ya no está en este espacio de trabajo.",
  WORKSPACE_FAILED:
    "No se pudo escribir en el espacio de trabajo. Lo que escribió sigue en pantalla; revise el disco y guarde otra vez.",
};

export const unknownTrouble =
  "La ventana no obtuvo respuesta. Lo que escribió sigue en pantalla; guarde otra vez y, si se repite, reinicie Cauce.";

export const troubleTitle = "No se hizo";
