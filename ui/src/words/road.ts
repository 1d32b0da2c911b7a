export const road = {
  label: "Camino del caso",
  frozen: "congelado",
  status: {
    past: "hecho",
    here: "aquí está",
    next: "sigue",
    later: "después",
    returned: "devuelto",
  } as Record<string, string>,
};
