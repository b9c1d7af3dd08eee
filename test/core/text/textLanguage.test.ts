import { expect, test } from 'vitest';
import { languageNamed, likelyLanguage, sureLanguage } from '../../../server/src/core/text/textLanguage.ts';

const texts = {
  sv: 'Molnet är inte en plats utan ett sätt att arbeta, och vi hjälper er när ni ska flytta från det gamla till det nya.',
  nb: 'Skyen er ikke et sted, og vi hjelper dere når dere skal flytte fra det gamle til det nye. Hva bør noen vite, og hvordan?',
  da: 'Skyen er ikke et sted, og vi hjælper jer når I skal flytte fra det gamle til det nye. Hvad bør nogle vide, og hvordan?',
  en: 'The cloud is not a place but a way to work, and we help you with your move from the old to the new.',
  de: 'Die Wolke ist nicht ein Ort, und wir helfen mit dem Umzug. Das werden auch andere von sich sagen, und das ist gut.',
  fr: 'Les nuages ne sont pas une place, et nous aidons avec tout. Vous êtes dans les bonnes mains pour une année, et qui est sur place ?',
};

test.each(Object.entries(texts))('%s', (language, text) => {
  expect([likelyLanguage(text), sureLanguage(text)]).toEqual([language, language]);
});

test.each([
  ['a quotation in it', `${texts.sv} "${texts.en}"`, undefined],
  ['a few words', 'Molnet är inte en plats', undefined],
  ['none at all', '', undefined],
])('nobody can be sure of a text with %s', (_, text, language) => {
  expect(sureLanguage(text)).toBe(language);
});

test.each([
  ['a few words', 'Skyen er ikke dyr, og hva nå?', 'nb'],
  ['no words', '12 34', undefined],
])('the likeliest language of %s', (_, text, language) => {
  expect(likelyLanguage(text)).toBe(language);
});

test.each([
  ['Se', 'sv'],
  ['Norsk', 'nb'],
  ['dk', 'da'],
  [' English ', 'en'],
  ['Klingon', undefined],
])('%s is the name of %s', (name, language) => {
  expect(languageNamed(name)).toBe(language);
});
