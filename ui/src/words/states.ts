/**
 * The states of a standard's road, in its order. The wire names only those where a case stands; one
 * that is registered as it was found may stand in any.
 */
export const ecStates = {
  PROPOSED: "Propuesta",
  GTE_READY: "GTE integrado",
  MF_DRAFT: "Mapa funcional en elaboración",
  MF_VALIDATED: "Mapa funcional validado",
  EC_DRAFT: "Estándar en elaboración",
  EC_VALIDATED: "Estándar validado",
  IEC_DRAFT: "Instrumento en elaboración",
  IEC_VALIDATED: "Instrumento validado",
  PILOT: "Prueba piloto",
  ENDORSEMENT: "Aval del CGC",
  SUPPORT_FILE: "Expediente soporte",
  METHOD_REVIEW: "Revisión metodológica",
  RETURNED: "Con observaciones",
  COVACEC_READY: "Listo para COVACEC",
  COVACEC_ON_AGENDA: "En orden del día de COVACEC",
  COVACEC_PERTINENT: "Pertinente",
  COVACEC_NOT_PERTINENT: "No pertinente",
  DEFERRED: "Diferido por COVACEC",
  TC_SUBMITTED: "Presentado al Comité Técnico",
  TC_APPROVED: "Aprobado",
  TC_NOT_APPROVED: "No aprobado",
  TC_DEFERRED: "Diferido por el Comité Técnico",
  CODED: "Clave asignada",
  DOF_SENT: "Enviado al DOF",
  DOF_PUBLISHED: "Publicado en el DOF",
  RENEC_ACTIVE: "Inscrito / vigente",
  REVIEW_DUE: "Por revisar",
  IN_UPDATE: "En actualización",
  SUPERSEDED: "Sustituido",
  HISTORICAL: "Histórico",
  BAJA_REQUESTED: "Baja solicitada",
  BAJA_IN_REVIEW: "Baja en revisión",
  BAJA_APPROVED: "Baja aprobada",
  INACTIVE: "Inactivo",
  REJECTED: "Rechazada",
  WITHDRAWN: "Desistida",
  EXPIRED: "Vencida",
} as const;

/** The same of a brand standard's road. */
export const ecmStates = {
  PROPOSED: "Propuesta",
  CRITERIA_REVIEW: "Revisión de criterios",
  RETURNED: "Con observaciones",
  COVACEC_ON_AGENDA: "En orden del día de COVACEC",
  COVACEC_PERTINENT: "Pertinente",
  COVACEC_NOT_PERTINENT: "No pertinente",
  DEFERRED: "Diferido por COVACEC",
  TC_SUBMITTED: "Presentado al Comité Técnico",
  TC_APPROVED: "Aprobado",
  TC_NOT_APPROVED: "No aprobado",
  TC_DEFERRED: "Diferido por el Comité Técnico",
  CODED: "Clave asignada",
  DOF_SENT: "Enviado al DOF",
  DOF_PUBLISHED: "Publicado en el DOF",
  AGREEMENT_SIGNED: "Convenio firmado",
  RENEC_ACTIVE: "Inscrito / vigente",
  REJECTED: "Rechazada",
  WITHDRAWN: "Desistida",
  EXPIRED: "Vencida",
} as const;

/** The states of the road that a case goes. */
export const statesOf = (kind: string | undefined): Record<string, string> =>
  kind === "ECM_PROJECT" ? ecmStates : ecStates;
