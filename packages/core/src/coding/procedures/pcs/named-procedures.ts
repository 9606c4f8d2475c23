/**
 * Procedures whose name alone settles most of the ICD-10-PCS code, in our own words. A line is
 * `phrase; phrase | pattern [+ pattern] | flags`. A pattern is seven characters; `?` is an axis the note or the table
 * must settle, `(0/1)` or `(0/1/2)` in the fourth place is right/left/bilateral. Every pattern is checked against the
 * tables of the release before a code leaves. Flags: `open` – the bare name is the open operation, asked back as a
 * query; `both` – without a side both are meant; `hours` – the fifth character is a duration the note must give;
 * `usual` – the fifth character given here is the usual one, asked back as a query; `exam` – an examination, which a
 * far-off "no" does not undo; `incidental` – part of the care for an
 * operation where the note has one. `none` – names no procedure,
 * though a part of it alone would. `last` – only where nothing else was done there (ICD-10-PCS guideline B3.11a).
 */
export const NAMED_PROCEDURES = `
colonoscopy; colonoscopic examination; colonofibroscopy; ileocolonoscopy; fibrocolonoscopy | 0DJD8ZZ | exam
sigmoidoscopy; rectosigmoidoscopy; proctoscopy; rectoscopy; anoscopy; proctosigmoidoscopy | 0DJD8ZZ | exam
gastroscopy; fibrogastroscopy | 0DJ68ZZ | exam
upper endoscopy; upper gi endoscopy; esophagogastroduodenoscopy; egd; upper digestive endoscopy; panendoscopy; upper gastrointestinal endoscopy; oral endoscopy; esophagogastroscopy; gastroduodenoscopy; esophagoscopy; digestive endoscopy | 0DJ08ZZ | exam
rectal examination; digital rectal examination; digital rectal exam; rectal exam; rectal touch; rectal digital examination | 0DJDXZZ | exam
ercp; endoscopic retrograde cholangiopancreatography; retrograde cholangiopancreatography | BF11?ZZ | exam
peroral endoscopic myotomy; per oral endoscopic myotomy; poem | 0D848ZZ
heller myotomy; esophagomyotomy; cardiomyotomy | 0D84?ZZ | open
pneumatic dilation; pneumatic dilatation | 0D748DZ/0D748ZZ
appendectomy; appendicectomy | 0DTJ?ZZ | open
cholecystectomy | 0FT4?ZZ | open
splenectomy | 07TP?ZZ | open
total gastrectomy | 0DT6?ZZ | open
subtotal gastrectomy; partial gastrectomy; distal gastrectomy; antrectomy | 0DB6?ZZ | open
sleeve gastrectomy; vertical gastrectomy; tubular gastrectomy | 0DB6?Z3 | open
right hemicolectomy; right colectomy | 0DTF?ZZ | open
left hemicolectomy; left colectomy | 0DTG?ZZ | open
total colectomy | 0DTE?ZZ | open
subtotal colectomy; partial colectomy | 0DBE?ZZ | open
sigmoidectomy; sigmoid colectomy | 0DTN?ZZ | open
proctectomy; abdominoperineal resection; abdominoperineal amputation | 0DTP?ZZ | open
ileostomy | 0D1B?Z4 | open
gastrojejunostomy; gastroenterostomy; gastric bypass; roux en y gastric bypass | 0D16?ZA | open
duodenojejunostomy | 0D19?ZA | open
feeding jejunostomy; jejunostomy | 0DHA?UZ | open
percutaneous gastrostomy; percutaneous endoscopic gastrostomy; peg; peg tube; gastrostomy; gastrostomy tube | 0DH63UZ
surgical gastrostomy; open gastrostomy | 0DH60UZ
inguinal hernia repair; inguinal herniorrhaphy; inguinal herniorraphy; inguinal hernioplasty; repair of inguinal hernia | 0YQ(5/6/A)?ZZ | open
umbilical hernia repair; umbilical herniorrhaphy; umbilical herniorraphy; ventral hernia repair; repair of umbilical hernia; eventration repair | 0WQF?ZZ | open
exploratory laparotomy | 0WJG0ZZ | last
laparotomy | 0WJG0ZZ | last
exploratory laparoscopy; diagnostic laparoscopy; staging laparoscopy | 0WJG4ZZ | last
mediastinoscopy | 0WJC4ZZ
exploratory cervicotomy; exploratory neck surgery | 0WJ60ZZ | last
paracentesis; abdominal paracentesis; diagnostic paracentesis; evacuating paracentesis | 0W9G3Z?
peritoneal drain; abdominal drainage catheter | 0W9G30Z
thoracentesis; thoracocentesis; pleural tap; pleural puncture; diagnostic thoracentesis | 0W9(9/B)3Z?
chest tube placement; chest tube; chest drain; tube thoracostomy; thoracostomy tube; pleural drainage; thoracic drainage; pleural drain; thoracic drain | 0W9(9/B)30Z
pericardiocentesis | 0W9D3Z?
lumbar puncture; spinal tap; spinal puncture | 009U3ZX
pneumonectomy | 0BT(K/L)?ZZ | open
bronchoscopy; fiberoptic bronchoscopy; fibrobronchoscopy; fiberbronchoscopy; flexible bronchoscopy | 0BJ08ZZ | exam
laryngoscopy; nasolaryngoscopy; fibrolaryngoscopy; nasofibrolaryngoscopy; fiberoptic laryngoscopy; nasofibroscopy; nasolaryngeal endoscopy | 0CJS8ZZ | exam
rhinoscopy; nasal endoscopy; nasosinusal endoscopy | 09JK8ZZ | exam
tracheostomy; tracheotomy | 0B11?F4 | open
cecal intubation; cecum intubation; caecal intubation; ileal intubation; terminal ileum intubation; intubation of the stomach; intubation of the cecum; intubation of the terminal ileum; intubation of the ileum; before intubation; prior to intubation | - | none
intubation; orotracheal intubation; endotracheal intubation; tracheal intubation; intubated; nasotracheal intubation | 0BH17EZ | incidental
mechanical ventilation; invasive mechanical ventilation; ventilatory support; mechanically ventilated; mechanical ventilatory support; ventilator support | 5A19?5Z | hours
noninvasive ventilation; non invasive ventilation; noninvasive mechanical ventilation; non invasive mechanical ventilation; bipap; bilevel positive airway pressure | 5A09?58 | hours
cpap; continuous positive airway pressure | 5A09?57 | hours
high flow nasal oxygen; high flow nasal cannula; high flow oxygen; heated high flow nasal cannula; hfnc | 5A09?5A | hours
hemodialysis; intermittent hemodialysis; dialysis session; dialysis; hemodialysis session | 5A1D70Z | usual
continuous venovenous hemodialysis; continuous venovenous hemodiafiltration; continuous venovenous hemofiltration; hemofiltration; hemodiafiltration; crrt; cvvhd; cvvh; cvvhdf; continuous renal replacement therapy; continuous renal replacement | 5A1D90Z
peritoneal dialysis; capd; continuous ambulatory peritoneal dialysis; dpca; ambulatory peritoneal dialysis | 3E1M39Z
plasmapheresis; plasma exchange; plasmaphereses; plasma exchanges | 6A551Z3
therapeutic phlebotomy | 6A550Z0
cardiopulmonary bypass; extracorporeal circulation | 5A1221Z
cardiopulmonary resuscitation; cpr; resuscitation maneuver; chest compression | 5A12012
cardioversion; electrical cardioversion; defibrillation; defibrillated | 5A2204Z
temporary pacemaker; transient pacemaker | 5A1223Z
electrocardiogram; ecg; ekg; electrocardiography; electrocardiographic study | 4A02X4Z | exam
electroencephalogram; eeg; electroencephalography; electroencephalographic study | 4A00X4Z | exam
electromyogram; emg; electromyography; electromyographic study | 4A0FX3Z | exam
visual acuity; visual evoked potential | 4A07X0Z | exam
intraocular pressure; tonometry | 4A07XBZ | exam
esophageal manometry; high resolution manometry | 4A0B7BZ | exam
holter; holter monitoring | 4A12X45 | exam
stress test; exercise test; ergometry | 4A12XM4 | exam
uroflowmetry; flowmetry | 4A0D75Z | exam
spirometry | 4A09X1Z | exam
polysomnography; sleep study | 4A1ZXQZ | exam
left heart catheterization | 4A023N7 | exam
right heart catheterization; swan ganz catheterization | 4A023N6 | exam
coronary angiography; coronariography; coronary arteriography; coronary angiogram | B211?ZZ | exam
fundus examination; fundoscopy; funduscopy; funduscopic examination; fundoscopic examination; ophthalmoscopy; eye fundus; ocular fundus; fundus of the eye; fundus of eye; fundus exam; slit lamp examination; slit lamp; biomicroscopy; funduscopic exam; ophthalmological examination; ophthalmologic examination | 08J(0/1)XZZ | both exam
cystoscopy; urethrocystoscopy; cystourethroscopy; urethroscopy; cystoscopic examination | 0TJB8ZZ | exam
ureteroscopy; ureterorenoscopy | 0TJ98ZZ | exam
hysteroscopy | 0UJD8ZZ | exam
colposcopy | 0UJH8ZZ | exam
nephrectomy; radical nephrectomy; total nephrectomy; simple nephrectomy | 0TT(0/1/2)?ZZ | open
partial nephrectomy | 0TB(0/1)?ZZ | open
nephroureterectomy; radical nephroureterectomy | 0TT(0/1/2)?ZZ + 0TT(6/7)?ZZ | open
cystectomy; radical cystectomy; total cystectomy | 0TTB?ZZ | open
partial cystectomy | 0TBB?ZZ | open
turb; turbt; tur bladder; transurethral resection of the bladder; transurethral resection of bladder; transurethral resection of bladder tumor; transurethral resection of the bladder tumor; transurethral resection of the tumor; vesical transurethral resection; transurethral resection of a bladder tumor; bladder transurethral resection; bladder tur; vesical tur; tur of the bladder; transurethral bladder resection; tur of bladder tumor; rtu vesical; transurethral resection | 0TBB8ZZ
turp; transurethral resection of the prostate; transurethral resection of prostate; prostatic transurethral resection; prostate tur; prostatic tur; transurethral prostate resection; transurethral prostatectomy; tur of the prostate; prostate transurethral resection | 0VB08ZZ
radical prostatectomy | 0VT0?ZZ + 0VT3?ZZ | open
prostatectomy; total prostatectomy | 0VT0?ZZ | open
prostatic adenomectomy; adenomectomy; retropubic adenomectomy; suprapubic adenomectomy; transvesical adenomectomy | 0VB0?ZZ | open
cystoprostatectomy; radical cystoprostatectomy | 0TTB?ZZ + 0VT0?ZZ + 0VT3?ZZ | open
orchiectomy; radical orchiectomy; orchidectomy; inguinal orchiectomy; radical inguinal orchiectomy; orchiectomies | 0VT(9/B/C)?ZZ | open
circumcision | 0VTTXZZ
penectomy; total penectomy | 0VTS?ZZ | open
partial penectomy; subtotal penectomy; partial phallectomy | 0VBS?ZZ | open
nephrostomy; percutaneous nephrostomy; nephrostomy tube; nephrostomy catheter | 0T9(0/1)30Z
double j catheter; double j; double j stent; jj catheter; jj stent; ureteral stent; ureteral catheterization; ureteral catheter; pigtail ureteral catheter | 0T7(6/7/8)8DZ
bladder catheterization; urinary catheterization; urethral catheterization; foley catheter; bladder catheter; urinary catheter; bladder catheter placement; urethral catheter; vesical catheterization | 0T9B70Z | incidental
suprapubic cystostomy; cystostomy; suprapubic catheter; percutaneous cystostomy; cystostomy tube; suprapubic tube | 0T9B30Z
eswl; extracorporeal shock wave lithotripsy; extracorporeal lithotripsy; shock wave lithotripsy; leoch | 0TF(3/4)XZZ
bladder irrigation; bladder lavage; bladder washing; bladder wash; continuous bladder irrigation; vesical lavage; bladder lavages; vesical irrigation | 3E1K78Z/3E1K88Z
enema; enemas; cleansing enema | 3E1H78Z
gastric lavage | 3E1G78Z
pyeloplasty | 0TQ(3/4)?ZZ | open
adrenalectomy; total adrenalectomy | 0GT(3/2/4)?ZZ | open
kidney transplant; kidney transplantation; renal transplantation; renal transplant | 0TY(0/1)0Z0
liver transplantation; liver transplant; hepatic transplantation; orthotopic liver transplantation | 0FY00Z0
total hysterectomy; hysterectomy with; radical hysterectomy; total abdominal hysterectomy | 0UT9?ZZ + 0UTC?ZZ | open
hysterectomy; subtotal hysterectomy; supracervical hysterectomy | 0UT9?ZZ | open
salpingo oophorectomy; adnexectomy; anexectomy; salpingoophorectomy | 0UT(0/1/2)?ZZ + 0UT(5/6/7)?ZZ | open
bilateral adnexectomy; double adnexectomy; bilateral salpingo oophorectomy; double anexectomy | 0UT2?ZZ + 0UT7?ZZ | open
oophorectomy | 0UT(0/1/2)?ZZ | open
salpingectomy | 0UT(5/6/7)?ZZ | open
tubal ligation; bilateral tubal ligation; ligation of the fallopian tubes; ligation of fallopian tubes | 0UL7?ZZ | open
cesarean; cesarean section; caesarean; caesarean section; c section; cesarean delivery; csection; low transverse cesarean section; cesarean birth | 10D00Z1
classical cesarean section; classical cesarean | 10D00Z0
vaginal delivery; normal delivery; spontaneous delivery; eutocic delivery; normal vaginal delivery; spontaneous vaginal delivery; normal childbirth; eutocic birth; delivered vaginally; nsvd; vaginal birth | 10E0XZZ
forceps delivery; delivery by forceps; forceps assisted delivery; low forceps | 10D07Z3
vacuum delivery; vacuum extraction; vacuum assisted delivery | 10D07Z6
amniocentesis; diagnostic amniocentesis | 10903ZU
mastectomy; simple mastectomy; total mastectomy; radical mastectomy; modified radical mastectomy | 0HT(T/U/V)0ZZ
lumpectomy; partial mastectomy; quadrantectomy; subcutaneous mastectomy | 0HB(T/U/V)?ZZ | open
craniectomy; decompressive craniectomy; cranial craniectomy | 0NB00ZZ
ventriculoperitoneal shunt; ventriculo peritoneal shunt; ventriculoperitoneal derivation; ventriculoperitoneal bypass | 00160J6
external ventricular drainage; external ventricular drain; ventriculostomy | 009630Z
external lumbar drainage; lumbar drain; lumbar drainage | 009U30Z
thyroidectomy; total thyroidectomy | 0GTK?ZZ | open
hemithyroidectomy; thyroid lobectomy | 0GT(H/G)?ZZ | open
parathyroidectomy | 0GBR?ZZ | open
thymectomy | 07TM?ZZ | open
parotidectomy; total parotidectomy; radical parotidectomy | 0CT(8/9)?ZZ | open
superficial parotidectomy; superficial parotid lobectomy; partial parotidectomy; subtotal parotidectomy | 0CB(8/9)?ZZ | open
submaxillectomy; submandibulectomy; submandibular gland resection; submaxillary gland excision | 0CT(G/H)?ZZ | open
tonsillectomy | 0CTPXZZ
partial glossectomy; hemiglossectomy | 0CB7?ZZ | open
laryngectomy; total laryngectomy | 0CTS?ZZ | open
palatoplasty | 0CQ2?ZZ | open
distal pancreatectomy; partial pancreatectomy; corporocaudal pancreatectomy | 0FBG?ZZ | open
pancreatectomy; total pancreatectomy | 0FTG?ZZ | open
liver resection; hepatectomy; hepatic resection; segmentectomy of the liver | 0FB0?ZZ | open
right hepatectomy | 0FT1?ZZ | open
left hepatectomy | 0FT2?ZZ | open
central venous catheter; central line; central venous line; central venous access; cvc; picc; picc line; central venous catheter placement; jugular catheter; subclavian catheter | 02HV33Z
parenteral nutrition; tpn; total parenteral nutrition; tpn nutrition; npt; parenteral feeding | 3E0436Z
enteral nutrition; enteral feeding; nasogastric feeding; tube feeding | 3E0G76Z
oxygen therapy; supplemental oxygen; nasal cannula oxygen; oxygenotherapy; home oxygen therapy | 3E0F7SF
aerosol therapy; nebulization; aerosoltherapy; nebulizer treatment | 3E0F7GC
epidural analgesia; epidural anesthesia; epidural catheter; epidural anaesthesia | 3E0R3BZ/3E0R3CZ | incidental
nerve block; anesthetic block; ganglion block; plexus block; stellate ganglion block; nerve blockade; anesthetic blockade; anesthetic nerve block; sympathetic block | 3E0T3BZ/3E0T3CZ | incidental
transdermal fentanyl; fentanyl patch; transdermal | 3E00XNZ
transfusion of packed red blood cell; transfusion of red blood cell; red blood cell transfusion; packed red blood cell; packed red cell; packed red blood cell transfusion; red cell concentrate; transfused with packed red cell; prbc; unit of packed red cell; blood transfusion; transfused; units of blood; transfusion of packed red cell | 30233N1 | usual
platelet transfusion; transfusion of platelet; platelet transfused | 30233R1 | usual
fresh frozen plasma; plasma transfusion; transfusion of plasma; ffp | 30233K1 | usual
intravenous immunoglobulin; ivig; iv immunoglobulin | 30233S1 | usual
orthopantomography; orthopantomogram; opg; panoramic radiograph; panoramic radiography; orthopantomograph; panoramic x ray; orthopantomographic; panorex | BN0JZZZ | exam
mammography; mammogram; mammographic study; mammographies | BH0(0/1/2)ZZZ | both exam
intravenous urography; iv urography; ivu; intravenous urogram; excretory urography; intravenous pyelogram; ivp; intravenous pyelography; urography; excretory urogram; uiv | BT14?ZZ | exam
urethrography; retrograde urethrography; urethrogram | BT15?ZZ | exam
cystography; cystogram; voiding cystourethrography; cystourethrography; vcug; cums | BT1B?ZZ | exam
barium enema; opaque enema; contrast enema | BD14?ZZ | exam
barium swallow; esophagram; esophagogram; timed barium esophagram; esophagography | BD11?ZZ | exam
upper gi series; esophagogastroduodenal transit; gastroduodenal transit; barium transit | BD15?ZZ | exam
intestinal transit; small bowel follow through; small bowel series | BD13?ZZ | exam
echocardiogram; echocardiography; transthoracic echocardiogram; transthoracic echocardiography; echocardiographic study; cardiac ultrasound | B246ZZZ | exam
transesophageal echocardiogram; transesophageal echocardiography; tee | B246ZZ4 | exam
transcranial doppler | B040ZZZ | exam
bone scan; bone scintigraphy; bone gammagraphy; bone scintigram; bone isotope scan; whole body bone scan; bone scintiscan; skeletal scintigraphy | CP1Z1ZZ/CP1YYZZ | exam
thyroid scintigraphy; thyroid scan; thyroid gammagraphy | CG121ZZ | exam
parathyroid scintigraphy; parathyroid scan; parathyroid gammagraphy | CG111ZZ | exam
renal scintigraphy; renogram; renal scan; isotopic renogram; renal gammagraphy | CT131ZZ | exam
above knee amputation | 0Y6(C/D)0Z?
below knee amputation | 0Y6(H/J)0Z?
transmetatarsal amputation | 0Y6(M/N)0Z9
audiometry; audiogram; audiometric study | F13Z1ZZ/F13Z0ZZ | exam
auditory evoked potential; brainstem auditory evoked potential | F13ZLZZ/F13Z9ZZ | exam
pelvic lymphadenectomy; pelvic lymph node dissection; iliac lymphadenectomy; ilioobturator lymphadenectomy | 07TC?ZZ | open
retroperitoneal lymphadenectomy; retroperitoneal lymph node dissection; aortic lymphadenectomy | 07TD?ZZ | open
inguinal lymphadenectomy; groin dissection | 07T(H/J)?ZZ | open
axillary lymphadenectomy; axillary dissection | 07T(5/6)?ZZ | open
cervical lymphadenectomy; neck dissection; functional neck dissection; radical neck dissection; cervical dissection | 07T(1/2)?ZZ | open
mitral valve replacement | 02RG0JZ
carotid endarterectomy | 03C(K/L)0ZZ
electroconvulsive therapy | GZB4ZZZ
group psychotherapy | GZHZZZZ
`;
