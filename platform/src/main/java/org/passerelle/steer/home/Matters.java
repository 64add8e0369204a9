package org.passerelle.steer.home;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.register.Staleness;
import org.passerelle.steer.calendar.Calendar;
import org.passerelle.steer.calendar.CalendarEvent;
import org.passerelle.steer.calendar.Clash;
import org.passerelle.steer.programme.Funding;
import org.passerelle.steer.programme.GrantSteps;

/**
 * What is late, comes within ninety days or is open without a day, translations that are behind
 * among it. Only what the register knows: an amount or date that is missing makes nothing late.
 */
public final class Matters {
  /** How many days ahead it looks. */
  public static final int DAYS = 90;

  /** By how many points of percent payments and time must differ for a project to be named. */
  public static final int OUT_OF_STEP = 25;

  /** How many outdated translations of a kind are named one by one. */
  public static final int NAMED = 3;

  private static final Set<String> RUNNING = Set.of("running", "continuing");
  private static final String ENDED = "ended";

  private Matters() {}

  /** All of a register on a day, by kind; late ones are not sorted first. */
  public static List<Matter> of(Facts facts, LocalDate today) {
    List<Matter> matters = new ArrayList<>();
    grants(facts, today, matters);
    partnerships(facts, today, matters);
    events(facts, today, matters);
    for (Entry project : facts.all("project")) {
      Matter.Spending spending = spending(project, today);
      if (spending != null) {
        matters.add(spending);
      }
    }
    for (Kind kind : Kinds.shipped().all()) {
      translations(kind, facts, matters);
    }
    return matters;
  }

  private static void grants(Facts facts, LocalDate today, List<Matter> matters) {
    for (Entry grant : facts.all("grant")) {
      for (GrantSteps.Due due : GrantSteps.of(grant, facts, today).due()) {
        Matter.OfGrant matter = new Matter.OfGrant(grant, due);
        if (isNear(matter.on(), today)) {
          matters.add(matter);
        }
      }
    }
  }

  private static void partnerships(Facts facts, LocalDate today, List<Matter> matters) {
    for (Entry partnership : facts.all("partnership")) {
      LocalDate until = partnership.date("until").map(PartialDate::latest).orElse(null);
      if (until != null && isNear(until, today) && !partnership.text("state").equals(ENDED)) {
        matters.add(new Matter.Ending(partnership, until));
      }
    }
  }

  private static void events(Facts facts, LocalDate today, List<Matter> matters) {
    LocalDate last = today.plusDays(DAYS);
    Calendar near = Calendar.of(facts).only(event -> event.touches(today, last));
    for (CalendarEvent event : near.events()) {
      LocalDate first = event.first();
      if (first != null && !first.isBefore(today)) {
        matters.add(new Matter.Coming(event, first));
      }
    }
    Clash.among(near).stream()
        .filter(clash -> !clash.to().isBefore(today))
        .forEach(
            clash ->
                matters.add(
                    new Matter.Clashing(
                        clash, clash.from().isBefore(today) ? today : clash.from())));
  }

  /** Of what the programme manager may change: others are reminded by the entry itself. */
  private static void translations(Kind kind, Facts facts, List<Matter> matters) {
    if (!kind.editedBy().contains(Role.PROGRAMME_MANAGER)) {
      return;
    }
    List<Matter> behind = new ArrayList<>();
    for (Entry entry : facts.all(kind.id())) {
      List<String> languages = Staleness.behind(entry);
      if (!languages.isEmpty()) {
        behind.add(new Matter.Behind(entry, languages));
      }
    }
    if (behind.size() > NAMED) {
      matters.add(new Matter.ManyBehind(kind, behind.size()));
    } else {
      matters.addAll(behind);
    }
  }

  /** A date that is not known is near: what has none is open now. */
  private static boolean isNear(@Nullable LocalDate on, LocalDate today) {
    return on == null || !on.isAfter(today.plusDays(DAYS));
  }

  /** Null where an amount or a day is missing, or where payments and time are in step. */
  private static Matter.@Nullable Spending spending(Entry project, LocalDate today) {
    LocalDate start = project.date("start").map(PartialDate::earliest).orElse(null);
    LocalDate end = project.date("end").map(PartialDate::latest).orElse(null);
    Funding funding = Funding.of(project);
    BigDecimal available = funding.available();
    BigDecimal disbursed = funding.disbursed();
    if (!RUNNING.contains(project.text("status"))
        || start == null
        || end == null
        || today.isBefore(start)
        || available == null
        || available.signum() <= 0
        || disbursed == null
        || funding.missing() > 0) {
      return null;
    }
    int paid =
        disbursed
            .multiply(BigDecimal.valueOf(100))
            .divide(available, 0, RoundingMode.HALF_UP)
            .intValue();
    long days = ChronoUnit.DAYS.between(start, end) + 1;
    int gone = (int) Math.min(100, 100 * ChronoUnit.DAYS.between(start, today) / days);
    return Math.abs(paid - gone) < OUT_OF_STEP ? null : new Matter.Spending(project, paid, gone);
  }
}
