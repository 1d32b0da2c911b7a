/** The five sectors of committees, as the office's reports print them. */
export const sectorNames = {
  PRODUCTIVE: "Productivo",
  PUBLIC_ADMINISTRATION: "Administración Pública",
  SOCIAL: "Social",
  EDUCATIONAL: "Educativo",
  CULTURE_AND_ARTS: "Cultura y Artes",
} as const;
