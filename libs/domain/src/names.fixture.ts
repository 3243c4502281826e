/** Common given and family names, in the scripts they are written in, and Swedish places: nobody in particular. */
export const NAMES: Readonly<Record<string, readonly string[]>> = {
  Swedish: (
    'Anna Maria Ella Maja Alice Vera Wilma Saga Alma Ebba Tyra Stina Kerstin Ingrid Gunnel Birgitta Åsa Öz Siv Bo Dag Ring Tid Sol Ros My Liv Love Frej Ask Björn Ulf Sten Rut Hej Åke Östen Lars ' +
    'Erik Nils Lucas Hugo Noah Tage Axel Elsa Astrid Linnéa Märta Maj Majken April August Juni Ture Ture-Lennart Vilja Glenn Jan Mars Göran Jörgen Torsdag Söndag Svar Mer Klar Ny Dags Gäller Snart ' +
    'Andersson Johansson Karlsson Nilsson Larsson Svensson Berg Bergström Lind Lindqvist Ek Ekholm Holm Ström Sandberg Frisk Modig Rask Svärd Tapper Dahl Alm Ahl Hjort Falk Vinter Sommar Öberg Åberg Kvist Tid-Ring'
  ).split(' '),
  English: 'May June April Will Mark Grace Hope Joy Faith Day Day-Lewis Monday Friday Read Call More Time Hill Baker Hunter Young Long Short Rose Lily Ivy Dawn Summer Art Drew Pat Sue Bill Rob Chase Smith Jones Taylor Brown Day-Time'.split(' '),
  Arabic: (
    'محمد فاطمة علي حسن حسين زينب مريم عائشة خديجة أحمد عمر يوسف إبراهيم نور أمل سلام كريم جميل سعيد أمين وليد خالد رشا هدى دعاء إيمان يوم موعد جديد سؤال هاتف خميس جمعة رمضان شعبان رجب ' +
    'الحسن الخطيب النجار الحداد العلي المصري الشامي السيد حداد خطيب نجار قاسم صالح صباح'
  ).split(' '),
  ArabicInLatin: 'Mohammed Fatima Ali Hassan Hussein Zainab Mariam Aisha Khadija Ahmed Omar Yusuf Ibrahim Nour Amal Salam Karim Said Walid Khaled Rasha Huda Al-Hassan El-Masri Abdulrahman Khamis Haddad Najjar'.split(' '),
  Somali: 'Fadumo Halimo Amina Sahra Hodan Ifrah Ayaan Ubah Cabdi Maxamed Xasan Cali Faarax Nuur Warsame Jaamac Salaan Wac Waqti Maalin Axmed Cumar Khadra Asad Ayan Idil Deeqa Ismaaciil Gurey Shire Xalimo Sagal Jimce Arbaco'.split(' '),
  Persian: 'سلام امید آرزو بهار بهاره نرگس ستاره مریم زهرا رضا حسین محمد علی نوروز احمد شاه‌رخ فرزانه پرویز وقت روز جواب تلفن نو مهر مهران آبان آذر بهمن اسفند فروردین مرداد شهریور تیر دی کریمی احمدی رضایی محمدی حسینی موسوی هاشمی نوری جمعه شنبه'.split(' '),
  Dari: 'گل گلثوم شکیلا ملالی شریفه عبدالله عبدالرحمن حمید کریم وحید نجیب فرشته مرجان رویا لیلا نوید احمدزی رحیمی صافی هزاره وردک پوپل تلیفون بیشتر سوال'.split(' '),
  Polish: 'Maja Anna Katarzyna Małgorzata Agnieszka Zofia Zuzanna Oliwia Lena Julia Hanna Jan Stanisław Piotr Krzysztof Andrzej Tomasz Paweł Michał Łukasz Nowak Kowalski Kowalska Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Dzień Dobry Sobota Niedziela Maj Marzec Pytanie Termin Czwartek Środa Wtorek'.split(' '),
  Ukrainian: 'Олена Оксана Наталія Ірина Тетяна Марія Анна Софія Дарина Богдан Тарас Андрій Олександр Микола Петро Іван Ольга Юлія Надія Віра Любов День Час Добрий Травень Липень Серпень Субота Середа Шевченко Коваленко Бондаренко Ткаченко Мельник Кравченко Вівторок Неділя'.split(' '),
  Finnish: 'Aino Maija Päivi Päivä Kesä Aika Hei Toivo Oiva Armas Ilma Rauha Satu Virpi Heikki Juhani Matti Timo Antti Ilkka Virtanen Korhonen Nieminen Mäkinen Mäki Järvinen Niemi Aalto Laine Tiistai Lauantai Toukokuu Helmi Tammi'.split(' '),
  Turkish: 'Yasemin İpek Işık Gün Güneş Cuma Salı Eylül Ekim Kasım Ocak Bahar Deniz Umut Barış Yağmur Emine Fatma Ayşe Mehmet Mustafa Ahmet Ali Hüseyin İbrahim Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Merhaba Bilgi Zaman Yeni Soru Nisan Mart'.split(' '),
  Kurdish: 'ڕۆژ ڕۆژان هیوا ئازاد شیلان دلشاد نەورۆز سڵاو هێمن ژیان ئاوات شیرین کانی ڕێزان سۆران بەهار هەتاو وادە کات زیاتر پرسیار هەینی شەممە ئەحمەد محەمەد کەریم ڕەسوڵ Rojin Hêvî Azad Dilan Şilan Baran Rêzan Newroz Zilan Berîvan'.split(' '),
  Tigrinya: 'ኣኽሊሉ ሰላም ሓጎስ ተስፋይ ለተብርሃን ብርሃነ ኣበባ ሚካኤል ገብረ ሃይለ ዮሃንስ ሳምራዊት ፍረወይኒ መዓልቲ ሕቶ ግዜ ሓድሽ ሰንበት ሓሙስ ዓርቢ ቀዳም ጥሪ ለካቲት መጋቢት Selam Tesfay Hagos Letebrhan Samrawit Yohannes Gebre'.split(' '),
  Other: 'O’Brien Müller Weiß Jürgen Šimić Đorđe Popescu Ionescu Nguyễn Trần Van Li Na 李 王明 สมชาย प्रिया რუსუდან Ελένη Νίκος'.split(' '),
};

export const PLACE_NAMES: readonly string[] = [
  'Storgatan 12, ring på porttelefon', 'Kyrkogatan 3 B', 'Alnäs fritidsgård', 'Träffpunkten', 'Folkets Hus, ny entré', 'Biblioteket, svara i porten', 'Nya tiden', 'Dagens hus, Läsgatan 7', 'Frågan 2', 'Dag Hammarskjölds väg 14',
  'Ringvägen 5, ring 070', 'Tisdagsklubben', 'Salaan center', 'Café Mer', 'Svaravägen 1',
];

export const GREETINGS: readonly string[] = [
  'Hej', 'Hejsan', 'Hi', 'Hello', 'مرحبا', 'أهلا', 'السلام عليكم', 'سلام', 'درود', 'Salaan', 'Iska warran', 'ሰላም', 'ከመይ', 'Добрий день', 'Привіт', 'Hei', 'Moi', 'Dzień dobry', 'Cześć', 'سڵاو', 'چۆنی', 'Merhaba', 'Selam',
];
