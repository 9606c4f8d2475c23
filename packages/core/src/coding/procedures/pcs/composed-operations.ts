/**
 * Words that name a root operation and leave the body part to the note (ICD-10-PCS operation definitions, value 3 of
 * the tables). A line is `phrase; phrase | section and operation | approach | device | qualifier | flags`, with `?` for
 * what note and table must settle. `anywhere` – the part may stand anywhere in the
 * sentence. `drain` – a drain left in place is the device.
 */
export const COMPOSED_OPERATIONS = `
biopsy; biopsied; biopsy specimen; biopsies; biopsy sample; excisional biopsy; incisional biopsy; biopsying | 0B | ? | Z | X | sample
needle biopsy; core biopsy; core needle biopsy; percutaneous biopsy; guided biopsy; punch biopsy; thick needle biopsy; tru cut biopsy | 0B | 3 | Z | X | sample
transbronchial biopsy; endoscopic biopsy; endobronchial biopsy | 0B | 8 | Z | X | sample
fine needle aspiration; fine needle aspiration puncture; fine needle puncture; fna; fnac; fnab; paaf; fine needle aspiration biopsy; fine needle aspiration cytology; puncture aspiration; needle aspiration biopsy; fine needle biopsy; fine needle aspiration puncture biopsy | 0B | 3 | Z | X | sample
excision; excised; resection; resected; exeresis; extirpation; extirpated; tumorectomy; partial resection; surgical resection; surgical excision; polypectomy; wedge resection; segmental resection; subtotal resection; tumorectomies; enucleation | 0B | ? | Z | Z | open
snare removal; forceps removal; cold snare; hot snare; snare polypectomy; cold biopsy forceps; cold snare polypectomy; hot snare polypectomy; endoscopic polypectomy; endoscopic mucosal resection; polyp removal; polyp removed | 0B | 8 | Z | Z | anywhere
total resection; complete resection; total excision; complete excision | 0T | ? | Z | Z | open
drainage; drained; incision and drainage; surgical drainage; abscess drainage; percutaneous drainage | 09 | ? | ? | Z | drain
arthrocentesis; joint aspiration; joint puncture | 09 | 3 | Z | ?
dilation; dilatation; balloon dilation; dilated with | 07 | ? | Z | Z
suture; sutured; primary closure; suture repair | 0Q | ? | Z | Z | incidental
embolization; embolisation; embolized; chemoembolization | 0L | 3 | D | Z
arthroscopy; diagnostic arthroscopy | 0J | 4 | Z | Z
open reduction and internal fixation; open reduction internal fixation; orif | 0S | 0 | 4 | Z
closed reduction | 0S | X | Z | Z
bronchoalveolar lavage; bal; bronchoalveolar washing | 09 | 8 | Z | X
lobectomy | 0T | ? | Z | Z | open
`;

/** Imaging by the words for its kind: character 3 of section B. */
export const IMAGING_KINDS = `
x ray; xray; radiograph; radiography; plain film; plain radiograph; plain radiography; simple radiography; rx; simple x ray; plain x ray; film; radiological study; radiographic study; roentgenogram; radiographies; simple radiograph; radiology | 0
ct; ct scan; cat scan; cat; tac; computed tomography; computerized tomography; computed axial tomography; computerized axial tomography; computerised tomography; computed tomography scan; cect; tc; ct scanner; axial tomography; scanner; computerized tomography scan; angio ct; computed tomographic scan; computed tomography angiography; tomography; multislice ct; helical ct; spiral ct; cta; ct angiography; ct angiogram | 2
mri; mri scan; magnetic resonance imaging; magnetic resonance; nuclear magnetic resonance; nmr; rmn; mr; nuclear magnetic resonance imaging; resonance; angio mri; mr imaging; magnetic resonance scan; mra | 3
ultrasound; ultrasonography; sonography; sonogram; echography; ultrasound scan; us; ultrasonographic study; ultrasonographic examination; ultrasonogram; ultrasound examination; ultrasound study; echo doppler; doppler ultrasound; doppler; doppler ultrasonography; color doppler; ecodoppler; color doppler ultrasound; echograph | 4
`;

/** Regions whose value depends on the kind of imaging: `phrases | radiography | CT | MRI | ultrasound`, `-` where a label says it. */
export const IMAGING_REGIONS = `
abdomen; abdominal; intraabdominal; upper abdomen | BW00 | BW20 | BW30 | BW40
abdomen and pelvis; abdomen pelvis; abdominopelvic; abdomino pelvic; abdominal pelvic; abdominal and pelvic; abdominal pelvis; abdominopelvian | BW01 | BW21 | - | BW41
thoracoabdominal; thoraco abdominal; chest and abdomen; thorax and abdomen; thoracic and abdominal; thoracic abdominal; chest abdomen; chest abdominal; thorax abdomen; abdominal and thoracic; thoracic and abdomen; chest and abdominal | - | BW24 | - | -
thoracoabdominopelvic; thoraco abdominopelvic; thoraco abdomino pelvic; thoracoabdomino pelvic; chest abdomen and pelvis; chest abdomen pelvis; thorax abdomen and pelvis; thorax abdomen pelvis; thoracic abdominal pelvic; thoracic abdominal and pelvic; chest abdominal pelvic; thoracic abdominopelvic; chest abdominal and pelvic; thoraco abdominal pelvic; thoracoabdominal pelvic; body | - | BW25 | - | -
chest; thorax; thoracic; posteroanterior chest; chest pa | BW03 | BB24 | BW33 | -
lung; pulmonary; lungs | BW03 | BB24 | - | -
head | BN00 | BW28 | BW38 | -
skull; cranial; cranium | BN00 | BN20 | B030 | B040
brain; cerebral; cranioencephalic; encephalic; intracranial; craniocerebral; cranial and cerebral; craneal; cranio cerebral | - | B020 | B030 | B040
neck; cervical | - | BW2F | BW3F | BW4F
head and neck; cervicofacial; cranio cervical | - | BW29 | - | -
pelvis; pelvic | BR0C | BW2G | BW3G | BW4G
kidney and bladder; renal and bladder; renovesical; reno vesical; renal vesical; urological; urologic; urinary; urinary tract; urinary system; renal and vesical; vesical renal; renal bladder; vesicorenal; reno vesico prostatic; nephrourological; renal bladder prostatic; renovesicoprostatic; vesicoprostatic; genitourinary; urinary apparatus | BT04 | - | - | BT4J
kidney; renal; kidneys; both kidneys | - | BT2(1/2/3) | BT3(1/2/3) | BT4(1/2/3)
bladder; vesical; urinary bladder | - | BT20 | BT30 | BT40
testicular; testis; testicle; scrotal; scrotum; testes; inguinoscrotal; scrotal testicular; testicular doppler | - | - | BV3(5/6/7) | BV44
prostate; prostatic; transrectal; transrectal prostate; transrectal prostatic; prostate transrectal | - | - | BV33 | BV49
penis; penile; corpora cavernosa; cavernous body; corpus cavernosum | - | - | BV30 | BV4B
orbit; orbital; orbital cavity | BN0(1/2/3) | BN23 | B83(5/6/7) | B84(5/6/7)
eye; ocular; eyeball; globe; ophthalmic; b mode ocular; b | - | B82(5/6/7) | B83(5/6/7) | B84(5/6/7)
face; facial; facial bone; craniofacial; facial mass | BN05 | BN25 | - | -
maxillary; maxilla; mandible; mandibular; jaw; maxillofacial; jaw bone | BN06 | BN26 | - | -
temporomandibular joint; tmj; temporomandibular; atm | BN09 | BN29 | BN39 | -
parotid; parotid gland; salivary gland; submandibular gland; submaxillary gland | - | B926 | B936 | BW4F
paranasal sinus; sinus; sinusal; paranasal | BN05/B902 | B922 | B932 | -
heart; cardiac | - | B226 | B236 | B246
pulmonary angiogram; pulmonary artery; pulmonary angiography; pulmonary embolism protocol | - | B32(S/T) | B33(S/T) | -
gynecological; gynecologic; transvaginal; vaginal | - | - | - | BU4C
breast; mammary | BH0(0/1/2) | - | BH3(0/1/2) | BH4(0/1/2)
lumbar spine; lumbar; lumbosacral; lumbar column; lumbosacral spine; lumbar vertebral; lumbosacral column | BR09 | BR29 | BR39 | -
dorsal spine; thoracic spine; dorsal column; thoracic column; dorsal | BR07 | BR27 | BR37 | -
cervical spine; cervical column; cervical vertebral | BR00 | BR20 | BR30 | -
spinal cord; medullary; spinal; spine; vertebral column; whole spine; medullar; spinal column | - | B02B | B03B | -
retroperitoneum; retroperitoneal | - | - | BW3H | -
aorta; aortic; abdominal aorta | - | B420 | B430 | -
thigh; leg; calf; lower limb; lower extremity | - | - | - | -
hepatobiliary; biliary; hepato biliary; hepatobiliopancreatic | - | BF2C | - | BF4C
cholangio; cholangiography; biliary tract; bile duct | - | - | BF35 | -
thyroid; thyroid gland | - | BG24 | BG34 | BG44
temporal bone; ear; petrous; mastoid; inner ear | - | BN2F | - | -
whole skeleton; bone series; skeletal survey; bone; skeletal series | BW0L | - | - | -
pituitary; sella turcica; hypophyseal; sellar | - | B029 | B039 | -
`;
