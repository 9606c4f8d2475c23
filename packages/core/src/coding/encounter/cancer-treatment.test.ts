import { testRule } from '../../../test/encounter-rule-tester.ts';
import { cancerTreatment } from './cancer-treatment.ts';

testRule(cancerTreatment, {
  acts: [
    {
      note: 'Assessment: Here for cycle 2 of cisplatin, lung cancer of the left lower lobe.',
      has: ['Z51.11', 'C34.32'],
    },
    { note: 'Assessment: Carboplatin infusion today, pancreatic cancer.', has: ['Z51.11'] },
    { note: 'Assessment: Seen for radiation therapy today, prostate cancer.', has: ['Z51.0', 'C61'] },
  ],
  leaves: [
    { note: 'Assessment: Prostate cancer, will discuss radiation therapy.', not: ['Z51.0'] },
    { note: 'Assessment: Rheumatoid arthritis on methotrexate.', not: ['Z51.11'] },
  ],
});
