declare const habits: { meta: { name: string }; rules: Record<string, { create: (context: unknown) => object }> };
export default habits;
