/** The file that holds everything, when it cannot be had, and when it is changed. */
export const workspace = {
  title: "No se puede abrir el espacio de trabajo",
  file: "Archivo",
  retry: "Reintentar",
  retrying: "Abriendo…",
  other: "Elegir otro…",
  another: "Abrir otro espacio de trabajo…",
  fresh: "Empezar uno nuevo…",
  folder: "Mostrar la carpeta",
  copies: "Copias que Cauce guardó antes de cambiar su formato",
  openCopy: (name: string) => `Abrir la copia ${name}`,
  nothingLost:
    "Nada de esto borra ni cambia el archivo. El otro se usa hasta que cierre la ventana; al abrir Cauce de nuevo se vuelve a intentar con éste.",
  readOnly:
    "Este espacio de trabajo sólo se puede leer: lo que cambie aquí no se podrá guardar.",
  /** What can be done about each, in the order to try it. */
  advice: {
    WORKSPACE_LOCKED: "Cierre la otra ventana de Cauce y reintente.",
    WORKSPACE_DAMAGED:
      "No lo borre: todavía puede servir para recuperar casos. Abra un respaldo o una de las copias de abajo.",
    WORKSPACE_NOT: "Elija el archivo correcto; suele terminar en «.cauce».",
    WORKSPACE_TOO_NEW:
      "Actualice Cauce en este equipo y reintente, o trabaje mientras tanto en otro archivo.",
    NO_PERMISSION:
      "Pida permiso sobre la carpeta y reintente, o trabaje en otro archivo.",
    DISK_FULL: "Libere espacio en el disco y reintente.",
  } as Record<string, string>,
  otherAdvice: "Reintente; si se repite, elija otro archivo.",
} as const;
