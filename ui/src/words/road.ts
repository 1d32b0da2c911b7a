export const road = {
  label: "Camino del caso",
  status: {
    past: "hecho",
    here: "aquí está",
    next: "sigue",
    later: "después",
    returned: "devuelto",
  } as Record<string, string>,
};
