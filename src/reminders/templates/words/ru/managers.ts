import { ManagerLetters } from '../managers';

export const managers: ManagerLetters = {
  applications_waiting: ({ site }) => ({
    subject: `Заявки ждут: ${site}`,
    heading: 'Вас ждут заявки',
    body: [`Кто-то в ${site} надеется на ответ.`],
    action: 'Открыть заявки',
    after: [],
  }),
};
