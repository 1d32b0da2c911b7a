import type { Code } from "#api/wire.ts";

/** What each trouble says to a person when the desk adds nothing of its own. */
export const troubles: Record<Code, string> = {
  ACT_REFUSED: "El acto no procede todavía. Nada cambió; vea lo que falta.",
  BAD_DAY: "Esa fecha no existe o aún no llega. Nada cambió; escriba otra.",
  BAD_VALUE:
    "Ese valor no corresponde al campo. Lo que había sigue igual; escriba otro.",
  CLOCK_BACK:
    "El reloj del equipo está atrasado respecto del último acto. Nada cambió; corrija la fecha y la hora del equipo.",
  CHANGED:
    "El texto guardado ya no era el que usted veía. Lo que escribió sigue aquí; guárdelo otra vez.",
  CASE_CHANGED:
    "El caso cambió mientras se armaba el paquete. No se escribió nada; ármelo de nuevo.",
  DAMAGED_FILE: "El archivo está dañado. Nada cambió; pida otra copia.",
  DIVERGES:
    "El paquete y este espacio de trabajo cuentan historias distintas. No se mezcló nada; compárelas.",
  DISK_FULL:
    "El disco está lleno. Lo que escribió sigue en pantalla; libere espacio y guarde otra vez.",
  ENCRYPTED_FILE:
    "El PDF tiene contraseña. Nada cambió; guarde una copia sin contraseña.",
  EMPTY_FILE: "El archivo está vacío. Nada cambió; elija otro.",
  EXECUTABLE_FILE:
    "Ese archivo es un programa o lleva macros. Nada cambió; adjunte una copia en PDF o como imagen.",
  EVIDENCE_CHANGED:
    "El archivo cambió mientras se leía. No se adjuntó; ciérrelo en otros programas y vuelva a elegirlo.",
  FILE_EXISTS:
    "Ya hay un archivo con ese nombre. No se tocó; elija otro nombre.",
  FILE_MISSING:
    "El archivo ya no está en ese lugar. Nada cambió; elíjalo de nuevo.",
  FILE_TOO_LARGE:
    "El archivo es demasiado grande. Nada cambió; elija uno menor.",
  FILE_UNKNOWN:
    "Ese tipo de archivo no se puede leer. Nada cambió; elija un PDF, un DOCX o un texto.",
  COMMITTEE_REFUSED: "Eso no puede pasar en el comité.",
  SESSION_REFUSED: "Eso no puede pasar en la sesión.",
  GROUP_REFUSED: "Eso no puede pasar en el grupo.",
  INSTRUMENT_REFUSED: "El instrumento no puede quedar así.",
  MAP_REFUSED: "La función no puede quedar ahí.",
  NOBODY_SIGNS:
    "Nadie ha dicho quién trabaja aquí, y este acto se firma. Nada cambió; escriba su nombre en Ajustes.",
  NOTHING_TO_UNDO: "No hay nada que deshacer.",
  NO_PERMISSION:
    "El equipo no permite leer o escribir ahí. Nada cambió; elija otra carpeta o pida permiso.",
  NOT_FOUND: "Eso ya no está en este espacio de trabajo. Vuelva al registro.",
  AMBIGUOUS:
    "Varios estándares responden a ese nombre. Nada cambió; elija uno del registro.",
  PACKET_TOO_NEW:
    "Una versión más nueva de Cauce armó este paquete. No se tomó nada de él; actualice Cauce.",
  PACKET_TOO_OLD:
    "Una versión anterior de Cauce armó este paquete. No se tomó nada de él; pida que lo armen de nuevo.",
  PACKET_UNSOUND:
    "El paquete no es lo que dice ser. No se tomó nada de él; verifíquelo.",
  PAGE_FAILED:
    "No se pudo componer la página. El texto está guardado; revise el último cambio.",
  PLACE_TAKEN:
    "Ese lugar es de un espacio de trabajo y no se reemplaza. Nada cambió; elija otro nombre.",
  REASON_MISSING: "Falta el motivo. Nada cambió; escríbalo.",
  SCANNED_FILE:
    "El PDF sólo tiene imágenes. Nada cambió; consiga el que tiene texto.",
  STOPPED: "Se detuvo: no se escribió nada.",
  TEXT_TOO_LONG:
    "El texto es más largo de lo que admite el campo. Sigue en pantalla; acórtelo.",
  TOO_MANY_LINES:
    "Lo pegado tiene demasiados renglones. No se escribió nada; péguelo por partes.",
  BAD_ENCODING:
    "No se reconoce la codificación del texto. Nada cambió; guárdelo como UTF-8.",
  WORKSPACE_DAMAGED:
    "El archivo del espacio de trabajo está dañado. No se escribió nada más; restaure un respaldo.",
  WORKSPACE_FAILED:
    "No se pudo escribir en el espacio de trabajo. Lo que escribió sigue en pantalla; guarde otra vez.",
  WORKSPACE_LOCKED:
    "Otra ventana tiene ocupado el espacio de trabajo. Lo que escribió sigue aquí; ciérrela y guarde otra vez.",
  WORKSPACE_NOT:
    "Ese archivo no es un espacio de trabajo. Nada cambió; elija otro.",
  WORKSPACE_MOVED:
    "El archivo del espacio de trabajo se movió o se eliminó mientras estaba abierto. Su texto sigue en pantalla; devuelva el archivo a su lugar y ábralo de nuevo.",
  WORKSPACE_READ_ONLY:
    "El espacio de trabajo es de sólo lectura. Lo que escribió sigue en pantalla; cambie el permiso y guarde otra vez.",
  WORKSPACE_TOO_NEW:
    "Una versión más nueva de Cauce escribió este espacio de trabajo. Nada cambió; actualice Cauce.",
};

export const unknownTrouble =
  "La ventana no obtuvo respuesta. Lo que escribió sigue en pantalla; guarde otra vez y, si se repite, reinicie Cauce.";
