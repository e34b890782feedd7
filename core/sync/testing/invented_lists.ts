/** Small invented lists of every form, the shape of the real ones: material for damaging them. */

const UN = `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-01-02T03:04:05.000Z">
 <INDIVIDUALS>
  <INDIVIDUAL>
   <DATAID>900001</DATAID><FIRST_NAME>SAMPLE</FIRST_NAME><SECOND_NAME>IBN</SECOND_NAME><THIRD_NAME>EXAMPLE</THIRD_NAME>
   <UN_LIST_TYPE>Sample</UN_LIST_TYPE><REFERENCE_NUMBER>SAi.001</REFERENCE_NUMBER><LISTED_ON>2001-02-03</LISTED_ON>
   <GENDER>Male</GENDER><NAME_ORIGINAL_SCRIPT>مثال بن عينة</NAME_ORIGINAL_SCRIPT><COMMENTS1>Invented &amp; harmless.</COMMENTS1>
   <DESIGNATION><VALUE>Keeper of samples</VALUE></DESIGNATION><NATIONALITY><VALUE>Syrian Arab Republic</VALUE></NATIONALITY>
   <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Sampel Ibn Exampel (original script: Сампел)</ALIAS_NAME></INDIVIDUAL_ALIAS>
   <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>(Sheikh) Abu Sample</ALIAS_NAME></INDIVIDUAL_ALIAS>
   <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
   <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1961-02-03</DATE></INDIVIDUAL_DATE_OF_BIRTH>
   <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1963</FROM_YEAR><TO_YEAR>1965</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
   <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Sampleton</CITY><COUNTRY>Afghanistan</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
   <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>OA 000001</NUMBER><ISSUING_COUNTRY>Afghanistan</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
   <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT><TYPE_OF_DOCUMENT2>Afghan national identification card (tazkira) number 44001</TYPE_OF_DOCUMENT2></INDIVIDUAL_DOCUMENT>
   <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NOTE>Tunisian passport number L 100001 issued on 28 Feb. 1996</NOTE></INDIVIDUAL_DOCUMENT>
   <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT><NOTE>Driving licence number 123456</NOTE></INDIVIDUAL_DOCUMENT>
   <INDIVIDUAL_DOCUMENT/>
  </INDIVIDUAL>
  <INDIVIDUAL>
   <DATAID>900002</DATAID><FIRST_NAME>ANOTHER</FIRST_NAME>
   <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1970</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
  </INDIVIDUAL>
  <INDIVIDUAL><DATAID/><FIRST_NAME>NO NUMBER</FIRST_NAME></INDIVIDUAL>
 </INDIVIDUALS>
 <ENTITIES><ENTITY><DATAID>900003</DATAID><FIRST_NAME>SAMPLE COMPANY</FIRST_NAME></ENTITY></ENTITIES>
</CONSOLIDATED_LIST>
`;

const CANADA = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<data-set>
 <record><Country>Utopia / Utopie</Country><LastName>SAMPLE</LastName><GivenName>Anna Maria</GivenName><TitleOrShip>Minister</TitleOrShip>
  <Aliases>Belarusian: Ганна Сампел, Russian: Анна Сампел; Ania SAMPEL / Anja</Aliases>
  <DateOfBirthOrShipBuildDate>1983-06-15</DateOfBirthOrShipBuildDate><Schedule>1, Part 1</Schedule><Item>7</Item><DateOfListing>2024-04-12</DateOfListing></record>
 <record><Country>Utopia / Utopie</Country><LastName>ONE</LastName><DateOfBirthOrShipBuildDate>1962 or 1963-04-05</DateOfBirthOrShipBuildDate><Schedule>1, Part 1</Schedule><Item>8</Item></record>
 <record><Country>Utopia / Utopie</Country><EntityOrShip>SS Sample</EntityOrShip><ShipIMONumber>1</ShipIMONumber><Schedule>1</Schedule><Item>9</Item></record>
 <record><Country>Utopia / Utopie</Country><Schedule>1</Schedule><Item>10</Item></record>
</data-set>
`;

const OPENSANCTIONS = `"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","program_ids","dataset","first_seen","last_seen","last_change"
"NK-1","Person","SAMPLE Anna","САМПЛ Анна;""Sample; Anna"";SAMPLE Anna","1980-02-03;1981","ru;gb-sct;zz","","Q123456;770-000-001;abc","""An invented person.
Of two lines.""","","","XX-SAMPLE","Sample list","2025-10-06T14:15:21","2026-03-13T05:41:01","2026-02-05T14:54:48"
"NK-2","Company","Sample Ltd","","","ru","","","","","","","Sample list","2025-10-06T14:15:21","",""
"NK-3","Person","","","","","","","","","","","","","",""
"NK-4","Person","EXAMPLE Boris","","","","","","","","","","","","",""
`;

const FTM = `{"id":"pass-1","schema":"Passport","properties":{"holder":["P-1","P-2"],"number":["AB 123456"],"country":["ru"]},"target":false}
{"id":"P-1","schema":"Person","properties":{"name":["Anna Sample","Анна Сампл"],"weakAlias":["Annie"],"birthDate":["1980-02-03","1981"],"gender":["female"],"citizenship":["ru"],"country":["cy"],"passportNumber":["AB123456","77 000"],"idNumber":["TIN: 123456","4500 1"]},"datasets":["sample"],"first_seen":"2024-05-06T07:08:09","target":true}
{"id":"C-1","schema":"Company","properties":{"name":["Sample Ltd"]},"target":true}
{"id":"P-2","schema":"Person","properties":{"firstName":["Boris"],"lastName":["Example"],"country":["by"]}}
{"id":"P-3","schema":"Person","properties":{"name":["Mentioned Only"]},"target":false}
{"id":"id-1","schema":"Identification","properties":{"holder":["P-2"],"number":["X-9"],"country":["by"],"type":["identity card"]}}
{"id":"P-4","properties":{}}
`;

const OFAC = `ent_num,SDN_name,SDN_type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks
1,"MUSTERMANN, Erika","individual","TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 12 Aug 1964; Passport C01X00T47 (Germany)."
2,"SOME SHIP","vessel","TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
3,"ONENAME","individual","TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1970 to 1972; POB ""Sampleton""; a.k.a. 'THE SAMPLE'."
`;

const JSONL = `{"id":"1","names":[{"surname":"NGUYỄN","givenNames":"VĂN MẪU"}],"birthDate":"1980-02-03","sex":"M"}
{"id":"2","documents":[{"number":"C0000001","issuer":"VNM","kind":"passport","status":"LOST"}]}
{"id":"3","names":[],"personalNumber":"001080000001","validTo":"2030"}
`;

/** By the name of the form, and how many entries each has. */
export const INVENTED_LISTS: Readonly<Record<string, { readonly text: string; readonly entries: number }>> = {
  'ofac-csv': { text: OFAC, entries: 2 },
  'un-xml': { text: UN, entries: 2 },
  'canada-xml': { text: CANADA, entries: 2 },
  'opensanctions-csv': { text: OPENSANCTIONS, entries: 2 },
  ftm: { text: FTM, entries: 2 },
  jsonl: { text: JSONL, entries: 3 },
};
