package org.passerelle.steer.iati;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;

/**
 * Divides a year's projects into those in the file and those left out, with the reason. Every
 * project of the year is in one of the two lists.
 *
 * @param activities activities in the file
 * @param leftOut projects left out
 */
public record ProgrammeYear(int year, List<Activity> activities, List<LeftOut> leftOut) {
  public ProgrammeYear {
    activities = List.copyOf(activities);
    leftOut = List.copyOf(leftOut);
  }

  /** A project with its period and its withheld elements. */
  public record Activity(Entry project, ActivityPeriod period, Redactions redactions) {}

  /** A project that is left out, and why. */
  public record LeftOut(Entry project, Why why) {}

  /** Why a project is left out. */
  public enum Why {
    /** Withheld by an entry, with a reason. */
    WITHHELD,
    /** An element to be withheld is not one of the standard's: the whole activity is left out. */
    NOT_UNDERSTOOD,
    /** It takes place in France and is not a cooperation with another country. */
    IN_FRANCE,
    /** Neither the project nor its source gives a date. */
    NO_DATE
  }

  /** The programme of a year. */
  public static ProgrammeYear of(Facts facts, int year) {
    List<Activity> activities = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Entry project : facts.all("project")) {
      ActivityPeriod period = ActivityPeriod.of(project, facts);
      Redactions redactions = Redactions.of(project, facts);
      if (period.start() == ActivityPeriod.Known.NOT) {
        leftOut.add(new LeftOut(project, Why.NO_DATE));
      } else if (period.touches(year, project.text("status"))) {
        if (project.text("other-frame").equals("france")) {
          leftOut.add(new LeftOut(project, Why.IN_FRANCE));
        } else if (redactions.everything()) {
          boolean understood = redactions.rows().stream().allMatch(Redactions.Row::understood);
          leftOut.add(new LeftOut(project, understood ? Why.WITHHELD : Why.NOT_UNDERSTOOD));
        } else {
          activities.add(new Activity(project, period, redactions));
        }
      }
    }
    return new ProgrammeYear(year, activities, leftOut);
  }

  /** Years covered by the register, up to the current one. */
  public static List<Integer> years(Facts facts, int present) {
    TreeSet<Integer> years = new TreeSet<>();
    for (Entry project : facts.all("project")) {
      LocalDate from = ActivityPeriod.of(project, facts).from();
      if (from != null && from.getYear() <= present) {
        years.add(from.getYear());
      }
    }
    for (Entry committee : facts.all("committee")) {
      for (Values session : committee.rows("sessions")) {
        session.whole("programme-year").filter(y -> y <= present).ifPresent(years::add);
        session.whole("report-year").filter(y -> y <= present).ifPresent(years::add);
      }
    }
    return List.copyOf(years);
  }

  /** The year of the last submitted programme; otherwise the latest in the register. */
  public static int latest(Facts facts, int present) {
    return facts.all("committee").stream()
        .flatMap(committee -> committee.rows("sessions").stream())
        .filter(session -> session.date("date").map(PartialDate::earliest).isPresent())
        .flatMap(session -> session.whole("programme-year").stream())
        .filter(year -> year <= present)
        .max(Integer::compare)
        .orElseGet(
            () -> {
              List<Integer> years = years(facts, present);
              return years.isEmpty() ? present : years.get(years.size() - 1);
            });
  }
}
