package org.passerelle.linkage.generator;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.linkage.names.internal.Orthographies;
import org.passerelle.linkage.names.internal.RuleFile;

/**
 * Invented lists of a {@link Design}, written by offices of three scripts, with the truth who is
 * whom. The same arguments give the same list.
 */
public final class DesignList {
  private static final List<String> OFFICES = List.of("AL", "RS", "GR");
  private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);
  private static final int DAYS = 2_200;

  private final Design design;
  private final Draw draw;
  private final DwellerDraw dwellers;
  private final RecordErrors.Shares shares;
  private final NameGiven saying;
  private final NameRecorded writing;
  private final List<Officer> officers =
      Officer.read().stream().filter(o -> OFFICES.contains(o.country())).toList();

  private DesignList(Design design, Draw draw) {
    RuleFile errors = RuleFile.read("persons/errors.yaml");
    Orthographies orthographies = Orthographies.read();
    this.design = design;
    this.draw = draw;
    dwellers = new DwellerDraw(design, draw, orthographies);
    shares = new RecordErrors.Shares(errors, 1);
    saying = new NameGiven(orthographies);
    writing = new NameRecorded(errors, shares.mistake("name.misheard").number("up_to"));
  }

  /**
   * A list as CSV, its last column {@code person} the truth and {@code source} the office.
   *
   * @param persons at least so many; about 1.8 records to each
   */
  public static String csv(Design design, int persons, long seed) {
    DesignList list = new DesignList(design, new Draw(seed, persons + design.chance));
    List<String> rows = list.rows(persons);
    StringBuilder csv =
        new StringBuilder("id,source," + String.join(",", design.columns()) + ",person\n");
    for (int r = 0; r < rows.size(); r++) {
      csv.append('r').append(r + 1).append(',').append(rows.get(r)).append('\n');
    }
    return csv.toString();
  }

  private List<String> rows(int persons) {
    List<String> rows = new ArrayList<>();
    for (Dweller dweller : dwellers.drawn(persons)) {
      int times = draw.happens(0.45) ? 1 : draw.happens(0.6) ? 2 : 3;
      LocalDate day = FIRST_DAY.plusDays(draw.below(DAYS / 2));
      String address = dweller.address();
      boolean married = false;
      for (int n = 0; n < times; n++) {
        boolean later = n > 0 && design == Design.MOVED;
        address = later && draw.happens(0.6) ? dwellers.address() : address;
        married |= later && draw.happens(0.6);
        String phone = later && draw.happens(0.5) ? other(dweller) : dweller.person().phone();
        Map<String, String> cells = record(dweller, married, draw.of(officers), day);
        cells.put("address", written(address));
        cells.put("phone", draw.happens(0.2) ? "" : slipped(phone, 0.03));
        rows.add(row(cells));
        day = day.plusDays(draw.between(30, DAYS / 4));
      }
    }
    for (int i = rows.size() - 1; i > 0; i--) {
      Collections.swap(rows, i, draw.below(i + 1));
    }
    return rows;
  }

  private String row(Map<String, String> cells) {
    List<String> row = new ArrayList<>(List.of(cells.getOrDefault("source", "")));
    design.columns().forEach(column -> row.add(cells.getOrDefault(column, "").replace(',', ' ')));
    row.add(cells.getOrDefault("person", ""));
    return String.join(",", row);
  }

  private String other(Dweller dweller) {
    return PersonDraw.phone(dweller.person().country().code(), draw);
  }

  private Map<String, String> record(
      Dweller dweller, boolean married, Officer officer, LocalDate day) {
    Person person = dweller.person();
    RecordErrors recordErrors = new RecordErrors(shares, draw);
    SpokenName spokenName = saying.said(person, recordErrors, draw, false);
    if (married && !dweller.married().isEmpty()) {
      spokenName = spokenName.withSurname(Country.form(dweller.married(), true));
    }
    NameRecorded.Fields names =
        writing.written(spokenName, person, officer, false, recordErrors, draw);
    Map<String, String> cells = new HashMap<>();
    cells.put("source", officer.country());
    cells.put("recorded_on", day.toString());
    cells.put("given_name", names.given().strip());
    cells.put("surname", names.surname().strip());
    cells.put("sex", draw.happens(0.03) ? "" : person.woman() == draw.happens(0.99) ? "f" : "m");
    cells.put("nationality", draw.happens(0.1) ? "" : person.country().code());
    cells.put("person", "p" + person.number());
    boolean aged = design == Design.AGENCIES && officer.country().equals("GR");
    if (aged) {
      int age = Math.max(0, Period.between(person.born(), day).getYears());
      cells.put("age", "" + Math.max(0, age + (draw.happens(0.2) ? draw.between(-2, 2) : 0)));
    } else {
      cells.put("date_of_birth", born(person, day, recordErrors));
    }
    return cells;
  }

  private String born(Person person, LocalDate day, RecordErrors recordErrors) {
    if (design == Design.SETTLEMENT) {
      int year = person.born().getYear();
      if (draw.happens(0.06)) {
        return "";
      }
      int off = draw.happens(0.12) ? draw.between(-2, 2) : 0;
      // a slip of a digit: the last, or the decade
      int digit = draw.happens(0.03) ? (draw.happens(0.7) ? draw.between(-8, 8) : 10) : 0;
      return "" + (year + off + digit);
    }
    String date = BirthRecorded.written(person.born(), day, recordErrors, draw).date();
    boolean unknown = design == Design.CAMP && !date.isEmpty() && draw.happens(0.1);
    return unknown ? date.substring(0, 4) + "-01-01" : date;
  }

  private String written(String address) {
    return draw.happens(0.1)
        ? ""
        : draw.happens(0.1) ? address.replace("Rruga ", "Rr. ") : slipped(address, 0.07);
  }

  /** A letter or digit wrong. */
  private String slipped(String text, double share) {
    if (text.length() < 2 || !draw.happens(share)) {
      return text;
    }
    int at = draw.below(text.length());
    char wrong =
        Character.isDigit(text.charAt(at))
            ? (char) ('0' + draw.below(10))
            : (char) ('a' + draw.below(26));
    return text.substring(0, at) + wrong + text.substring(at + 1);
  }
}
