package org.passerelle.linkage.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Invented lists of one place in which a share of the persons are families, with the truth who is
 * whom: to measure whether linkage takes a household for a person. The same arguments give the same
 * list.
 */
public final class FamilyList {
  /** Which columns there are. */
  public enum Shape {
    /** Names, date of birth, sex, address, telephone. */
    WHOLE("given_name,surname,date_of_birth,sex,address,phone", 0.08),
    /** Names, date of birth and sex; of two dates in five nothing is known. */
    POOR("given_name,surname,date_of_birth,sex", 0.4),
    /** As an old census: names, house number, street. */
    CENSUS("surname,forename,house_number,street", 0);

    private final String columns;
    private final double undated;

    Shape(String columns, double undated) {
      this.columns = columns;
      this.undated = undated;
    }
  }

  private final Shape shape;
  private final Draw draw;

  private FamilyList(Shape shape, Draw draw) {
    this.shape = shape;
    this.draw = draw;
  }

  /**
   * A list as CSV, its last column {@code person} the truth.
   *
   * @param persons at least so many; about 1.7 records to each
   * @param families share of the persons who live in a family, from 0 to 1
   */
  public static String csv(Shape shape, int persons, double families, long seed) {
    Draw draw = new Draw(seed, persons);
    List<Resident> all = new ResidentDraw(draw).drawn(persons, families);
    List<String> rows = new FamilyList(shape, draw).rows(all);
    StringBuilder csv = new StringBuilder("id," + shape.columns + ",person\n");
    for (int r = 0; r < rows.size(); r++) {
      csv.append('r').append(r + 1).append(',').append(rows.get(r)).append('\n');
    }
    return csv.toString();
  }

  private List<String> rows(List<Resident> all) {
    List<String> rows = new ArrayList<>();
    for (int p = 0; p < all.size(); p++) {
      int times = draw.happens(0.5) ? 1 : draw.happens(0.6) ? 2 : 3;
      for (int n = 0; n < times; n++) {
        rows.add(row(all.get(p)) + ",p" + p);
      }
    }
    for (int i = rows.size() - 1; i > 0; i--) {
      Collections.swap(rows, i, draw.below(i + 1));
    }
    return rows;
  }

  private String row(Resident person) {
    String surname =
        !person.otherSurname().isEmpty() && draw.happens(0.04)
            ? person.otherSurname()
            : person.surname();
    Resident named = named(person.called(person.givenName(), surname));
    boolean moved = draw.happens(0.07);
    String house = moved ? "" + draw.between(1, 120) : person.house();
    String street = moved ? slip(person.street() + " e Re") : person.street();
    if (shape == Shape.CENSUS) {
      return String.join(
          ",",
          named.surname(),
          named.givenName(),
          draw.happens(0.05) ? slip(house) : house,
          draw.happens(0.08) ? slip(street) : street);
    }
    String row = String.join(",", named.givenName(), named.surname(), born(person), sex(person));
    if (shape == Shape.POOR) {
      return row;
    }
    String address = street + " " + house;
    return String.join(
        ",",
        row,
        draw.happens(0.12) ? "" : draw.happens(0.1) ? slip(address) : address,
        phone(person));
  }

  private Resident named(Resident person) {
    String given =
        draw.happens(0.015)
            ? ""
            : draw.happens(0.07)
                ? slip(person.givenName())
                : draw.happens(0.03) && person.givenName().length() > 4
                    ? person.givenName().substring(0, 4)
                    : person.givenName();
    String surname =
        draw.happens(0.01) ? "" : draw.happens(0.06) ? slip(person.surname()) : person.surname();
    return draw.happens(0.02) ? person.called(surname, given) : person.called(given, surname);
  }

  private String born(Resident person) {
    LocalDate born = person.born();
    if (draw.happens(shape.undated)) {
      return "";
    }
    if (draw.happens(0.02)) {
      return "" + born.getYear();
    }
    if (draw.happens(0.03) && born.getDayOfMonth() <= 12) {
      return LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue()).toString();
    }
    if (draw.happens(0.03)) {
      return born.plusYears(draw.happens(0.5) ? 1 : -10).toString();
    }
    return draw.happens(0.01) ? born.plusDays(draw.between(40, 4000)).toString() : born.toString();
  }

  private String sex(Resident person) {
    return draw.happens(0.04) ? "" : person.woman() == draw.happens(0.993) ? "f" : "m";
  }

  private String phone(Resident person) {
    if (person.phone().isEmpty() || draw.happens(0.25)) {
      return "";
    }
    return draw.happens(0.12)
        ? PersonDraw.phone("RO", draw)
        : draw.happens(0.04) ? slip(person.phone()) : person.phone();
  }

  /** A letter or digit wrong, left out, doubled or swapped with its neighbour. */
  private String slip(String text) {
    if (text.length() < 2) {
      return text;
    }
    int at = draw.below(text.length() - 1);
    String rest = text.substring(at + 1);
    char here = text.charAt(at);
    char wrong =
        Character.isDigit(here) ? (char) ('0' + draw.below(10)) : (char) ('a' + draw.below(26));
    return text.substring(0, at)
        + switch (draw.below(4)) {
          case 0 -> wrong + rest;
          case 1 -> rest;
          case 2 -> "" + here + here + rest;
          default -> "" + rest.charAt(0) + here + rest.substring(1);
        };
  }
}
