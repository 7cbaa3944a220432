import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../shared/api/views';
import { useWords } from '../../shared/time/words';

/** What the applicant told, question by question; what was not answered is left out. */
export function AnswerList({ application }: { application: Application }) {
  const { t } = useTranslation();
  const words = useWords();
  const { answers, noOwnOffice } = application;
  const company = answers.company?.founded
    ? [
        t('apply.company.yes'),
        answers.company.name,
        answers.company.registeredOn && words.fullDate(answers.company.registeredOn),
      ]
        .filter(Boolean)
        .join(', ')
    : answers.company && t('apply.company.no');
  const evidence = [
    answers.evidence?.interviews !== undefined && t('decide.interviews', { number: answers.evidence.interviews }),
    answers.evidence?.prototype && t('apply.field.prototype'),
    answers.evidence?.sales && t('apply.field.sales'),
    answers.evidence?.words,
  ].filter(Boolean);
  const told: [string, string | null | undefined | false][] = [
    [t('apply.field.problem'), answers.problem],
    [t('apply.field.customer'), answers.customer],
    [t('apply.field.solution'), answers.solution],
    [t('decide.novelty'), answers.novelty],
    [t('apply.field.sector'), answers.sector && t(`apply.sector.${answers.sector}`)],
    [t('apply.field.stage'), answers.stage && t(`apply.stage.${answers.stage}`)],
    [t('decide.evidence'), evidence.join(' · ')],
    [t('decide.ideaOwner'), answers.ideaOwner && t(`apply.ideaOwner.${answers.ideaOwner}`)],
    [t('decide.disclosure'), answers.disclosure && t(`apply.disclosure.${answers.disclosure}`)],
    [t('apply.field.company'), company],
    [t('decide.team'), answers.team?.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', ')],
    [t('decide.age'), answers.ageBand && t(`apply.ageBand.${answers.ageBand}`)],
    [t('decide.municipality'), answers.municipality],
    [t('decide.affiliation'), answers.affiliation && t(`apply.affiliation.${answers.affiliation.kind}`)],
    [t('decide.office'), noOwnOffice ? t('decide.declared') : t('decide.notDeclared')],
  ];
  return (
    <section aria-labelledby="answers">
      <Title order={2} id="answers" mb="sm">
        {t('decide.answers')}
      </Title>
      <Paper withBorder radius="lg" p="lg">
        <Stack component="dl" m={0} gap="md">
          {told.map(
            ([question, answer]) =>
              answer && (
                <div key={question}>
                  <Text component="dt" size="sm" c="dimmed">
                    {question}
                  </Text>
                  <Text component="dd" m={0} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                    {answer}
                  </Text>
                </div>
              ),
          )}
        </Stack>
      </Paper>
    </section>
  );
}
