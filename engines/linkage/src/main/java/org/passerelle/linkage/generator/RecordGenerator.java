package org.passerelle.linkage.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.passerelle.linkage.names.internal.Orthographies;
import org.passerelle.linkage.names.internal.Orthography;
import org.passerelle.linkage.names.internal.RuleFile;
import org.passerelle.linkage.names.internal.Script;

/**
 * Invents persons and the records that agencies of several countries would have of them, with
 * mistakes as they happen: sounds taken for others, scripts changed, marks lost, names given in
 * another language, dates half known. The same seed and number give the same records, whatever else
 * was asked before. Threads may share it.
 *
 * <p>Every person is an invention, made by combining everyday names; whoever results does not
 * exist.
 */
public final class RecordGenerator {
  private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
  private static final int DAYS = 3_600;
  private static final int DAYS_BETWEEN = 1_000;
  private static final double SEEN_AT_HOME = 0.5;
  private static final double ASKS_FOR_FATHER = 0.1;
  private final Places places = new Places();
  private final List<Officer> officers = Officer.read();
  private final RecordErrors.Shares shares;
  private final PersonDraw persons;
  private final NameGiven saying;
  private final NameRecorded writing;
  private final Orthography latin;
  private final double[] seenSums;

  private RecordGenerator(double mistakes) {
    RuleFile errors = RuleFile.read("persons/errors.yaml");
    Orthographies orthographies = Orthographies.read();
    latin = orthographies.named("hbs-Latn");
    shares = new RecordErrors.Shares(errors, mistakes);
    persons = new PersonDraw(errors, orthographies, places);
    saying = new NameGiven(orthographies);
    writing = new NameRecorded(errors, shares.mistake("name.misheard").number("up_to"));
    RuleFile seen = errors.part("seen_by");
    seenSums = Draw.sums(seen.pairs().keySet().stream().mapToDouble(seen::number).toArray());
  }

  /** From the files of names, officers and mistakes. */
  public static RecordGenerator load() {
    return load(1);
  }

  /**
   * The same where more goes wrong.
   *
   * @param mistakes how many are made for each that is usual
   */
  public static RecordGenerator load(double mistakes) {
    return new RecordGenerator(mistakes);
  }

  /**
   * The records of one person, each of another country's agency, from the first to the last.
   *
   * @param seed of all chance
   * @param number of the person, from 0
   */
  public List<GeneratedRecord> recordsOf(long seed, int number) {
    Draw draw = new Draw(seed, number);
    LocalDate day = FIRST_DAY.plusDays(draw.below(DAYS));
    Person person = persons.drawn(number, day, draw);
    List<GeneratedRecord> records = new ArrayList<>();
    for (Officer officer : seenBy(person, draw)) {
      records.add(record(person, officer, day, draw));
      day = day.plusDays(draw.between(1, DAYS_BETWEEN));
    }
    return records;
  }

  private List<Officer> seenBy(Person person, Draw draw) {
    int times = draw.index(seenSums) + 1;
    List<Officer> all = new ArrayList<>(officers);
    for (int i = 0; i < times; i++) {
      Collections.swap(all, i, i + draw.below(all.size() - i));
    }
    if (draw.happens(SEEN_AT_HOME)) {
      for (int i = times; i < all.size(); i++) {
        if (all.get(i).country().equals(person.country().code())) {
          Collections.swap(all, draw.below(times), i);
        }
      }
    }
    return all.subList(0, times);
  }

  private GeneratedRecord record(Person person, Officer officer, LocalDate day, Draw draw) {
    RecordErrors recordErrors = new RecordErrors(shares, draw);
    boolean adult = !person.born().plusYears(18).isAfter(day);
    SpokenName spokenName = saying.said(person, recordErrors, draw, adult);
    boolean asks = persons.custom("fathers_name", officer.country()) >= ASKS_FOR_FATHER;
    NameRecorded.Fields names =
        writing.written(spokenName, person, officer, asks, recordErrors, draw);
    BirthRecorded.Fields birth = BirthRecorded.written(person.born(), day, recordErrors, draw);
    return new GeneratedRecord(
        person.number(),
        officer.country(),
        day.toString(),
        names.given().strip(),
        names.surname().strip(),
        names.father().strip(),
        birth.date(),
        birth.age(),
        sex(person, recordErrors),
        nationality(person, recordErrors, draw),
        birthPlace(person, officer, recordErrors, draw),
        document(person, recordErrors, draw),
        phone(person, recordErrors, draw));
  }

  private static String sex(Person person, RecordErrors recordErrors) {
    if (recordErrors.made("other.sex_missing")) {
      return "";
    }
    return person.woman() != recordErrors.made("other.sex_wrong") ? "f" : "m";
  }

  private static String nationality(Person person, RecordErrors recordErrors, Draw draw) {
    if (recordErrors.made("other.nationality_missing")) {
      return "";
    }
    return recordErrors.made("other.nationality_of_passage")
        ? draw.of(PersonDraw.COUNTRIES)
        : person.country().code();
  }

  private String birthPlace(Person person, Officer officer, RecordErrors recordErrors, Draw draw) {
    String home = person.country().code();
    if (recordErrors.made("place.missing")) {
      return "";
    }
    int place = person.place();
    if (recordErrors.made("place.capital_instead")) {
      place = places.capital(home, place);
    } else if (recordErrors.made("place.place_met_instead_of_born")) {
      place = places.drawn(officer.country(), draw);
    }
    if (recordErrors.made("place.exonym")) {
      return places.name(place, officer.country(), draw);
    }
    String theirs = places.name(place, home, draw);
    // the table has Serbian places in Latin letters
    Orthography spelling =
        Script.of(theirs) == person.country().orthography().script()
            ? person.country().orthography()
            : latin;
    TravelPaper paper = writing.paper(home);
    Officer.Way way =
        recordErrors.made("place.heard") ? Officer.Way.BY_EAR : officer.way(spelling, paper, draw);
    return officer.written(theirs, spelling, paper, way, false, draw);
  }

  private static String document(Person person, RecordErrors recordErrors, Draw draw) {
    if (recordErrors.made("other.document_missing")) {
      return "";
    }
    String number = person.document();
    if (!recordErrors.made("other.document_digit")) {
      return number;
    }
    int at = 2 + draw.below(number.length() - 2);
    return number.substring(0, at) + draw.below(10) + number.substring(at + 1);
  }

  private static String phone(Person person, RecordErrors recordErrors, Draw draw) {
    if (person.phone().isEmpty()) {
      return "";
    }
    String number =
        recordErrors.made("other.phone_changed")
            ? PersonDraw.phone(person.country().code(), draw)
            : person.phone();
    return recordErrors.made("other.phone_without_country_code")
        ? PersonDraw.local(number)
        : number;
  }
}
