package org.passerelle.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.passerelle.demo.people.DemoFamily;
import org.passerelle.demo.people.DemoPeople;
import org.passerelle.demo.people.DemoStories;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.CaseDraft;
import org.passerelle.protect.casework.cases.Episodes;
import org.passerelle.protect.casework.cases.decisions.Decisions;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.casework.cases.opening.ManyCases;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
import org.springframework.stereotype.Component;

/** Generates the cases of the demonstration. */
@Component
class DemoCases {
  private static final List<String> FORMS =
      List.of(
          "sexual",
          "sexual",
          "sexual",
          "labour",
          "labour",
          "labour",
          "forced_criminality",
          "forced_begging",
          "forced_begging",
          "forced_marriage",
          "migrants_on_route",
          "domestic_servitude",
          "organ_removal",
          "other");
  private static final List<String> MEANS =
      List.of("debt_bondage", "threats", "withholds_documents", "isolation", "physical_abuse");
  private static final List<String> WAYS =
      List.of(
          "self", "ngo", "police_operation", "border_control", "hotline", "social_services", "tip");
  private final DemoPeople people = new DemoPeople();
  private final DemoCaseCourse course;
  private final Clock clock;

  DemoCases(DemoCaseCourse course, Clock clock) {
    this.course = course;
    this.clock = clock;
  }

  /**
   * A generated case with its properties.
   *
   * @param state signal, presumed, identified, refused, closed or reopened
   */
  record Invented(
      DemoHouse.Staff manager,
      ManyCases.Opening opening,
      boolean child,
      String form,
      String state) {}

  /**
   * Generates a person: usually one case, for every fifth two or three with different types of
   * agencies, so that lists overlap realistically. Three of ten are a family: one surname, one
   * telephone, one agency, as the hardest test of matching.
   */
  List<Invented> person(
      int number, List<DemoHouse.Staff> managers, DemoStories stories, RandomGenerator random) {
    boolean female = random.nextInt(10) < 6;
    DemoFamily family = DemoFamily.of(number);
    RandomGenerator common = family.isThere() ? family.draws() : random;
    String origin = DemoPeople.pick(people.origins(), common);
    List<String> names = people.name(origin, female, random, common);
    int year = today().getYear() - 12 - random.nextInt(random.nextInt(3) == 0 ? 10 : 40);
    LocalDate born = LocalDate.of(year, 1, 1).plusDays(random.nextInt(365));
    String form = DemoPeople.pick(FORMS, random);
    LocalDate first = today().minusDays(1 + random.nextInt(900));
    int seenIn = number % 5 == 0 ? 2 + random.nextInt(2) : 1;
    List<Invented> seen = new ArrayList<>();
    for (int place = 0; place < seenIn; place++) {
      DemoHouse.Staff manager = manager(managers, place == 0 ? common : random);
      // other agencies write the name as they heard it, in Latin letters
      String name = place == 0 ? names.get(0) : names.get(names.size() - 1);
      Sighting sighting =
          new Sighting(form, first, born, birth(born, place, random), family.phone());
      seen.add(invent(manager, name, names, sighting, female, origin, stories, random));
      LocalDate next = first.plusDays(random.nextInt(60));
      first = next.isBefore(today()) ? next : first;
    }
    return seen;
  }

  /**
   * The lead user's organisation has most cases, so that its pages are full; four in ten are not
   * with NGOs.
   */
  private static DemoHouse.Staff manager(List<DemoHouse.Staff> managers, RandomGenerator random) {
    if (random.nextInt(8) == 0) {
      return managers.get(0);
    }
    List<DemoHouse.Staff> others =
        managers.stream().filter(m -> !m.organisation().type().equals("ngo")).toList();
    return DemoPeople.pick(random.nextInt(10) < 4 ? others : managers, random);
  }

  /** The birth date as in the papers, or as an officer noted it: a year, or a month off. */
  private static String birth(LocalDate born, int place, RandomGenerator random) {
    int draw = random.nextInt(12);
    if (draw == 0) {
      return born.getYear() + "~";
    }
    if (draw < 3) {
      return Integer.toString(born.getYear());
    }
    return place > 0 && draw == 3 ? born.plusMonths(1).toString() : born.toString();
  }

  /**
   * An agency's record of a person.
   *
   * @param birth in EDTF
   * @param phone the family's telephone, or empty
   */
  private record Sighting(
      String form, LocalDate first, LocalDate born, String birth, String phone) {}

  private Invented invent(
      DemoHouse.Staff manager,
      String name,
      List<String> names,
      Sighting sighting,
      boolean female,
      String origin,
      DemoStories stories,
      RandomGenerator random) {
    String form = sighting.form();
    boolean child = today().getYear() - sighting.born().getYear() <= 18;
    LocalDate first = sighting.first();
    PersonDraft person = draft(name, names, sighting, female, origin, random);
    CaseDraft draft = draft(manager, form, child, first, origin, random);
    Episodes.Draft episode = episode(form, child, origin, manager, first, stories, random);
    int draw = random.nextInt(100);
    List<Decisions.Draft> decisions = course.decisions(draw, first, manager, stories, random);
    String state = DemoCaseCourse.state(draw);
    List<CaseNotes.Draft> notes = DemoCaseCourse.notes(form, child, manager, stories, random);
    List<CaseTasks.Draft> tasks = course.tasks(state, manager, stories, random);
    Instant opened =
        first.atTime(9, 0).toInstant(ZoneOffset.UTC).plus(Duration.ofMinutes(random.nextInt(600)));
    long minutes = Math.max(1, Duration.between(opened, clock.instant()).toMinutes());
    Instant changed = opened.plus(Duration.ofMinutes((long) (minutes * random.nextDouble())));
    boolean ended = state.equals("closed") || state.equals("reopened");
    return new Invented(
        manager,
        new ManyCases.Opening(
            person,
            draft,
            List.of(episode),
            decisions,
            notes,
            tasks,
            ended ? "goals_reached" : null,
            opened,
            changed),
        child,
        form,
        state);
  }

  private static PersonDraft draft(
      String name,
      List<String> names,
      Sighting sighting,
      boolean female,
      String origin,
      RandomGenerator random) {
    List<Identity.Name> known = new ArrayList<>(List.of(new Identity.Name("name", name)));
    names.stream()
        .filter(n -> !n.equals(name))
        .forEach(n -> known.add(new Identity.Name("alias", n)));
    return new PersonDraft(
        new Identity(known, sighting.birth(), null, "", ""),
        !sighting.phone().isEmpty()
            ? new Contact(sighting.phone(), "", "")
            : random.nextInt(5) == 0
                ? new Contact("+000 00 000 0" + (10 + random.nextInt(80)), "", "")
                : Contact.NONE,
        female ? "female" : "male",
        "not_sure",
        random.nextInt(12) == 0 ? List.of() : List.of(origin),
        List.of(language(origin)));
  }

  private CaseDraft draft(
      DemoHouse.Staff manager,
      String form,
      boolean child,
      LocalDate first,
      String origin,
      RandomGenerator random) {
    boolean cyrillic = manager.language().tag().equals("sr-Cyrl");
    String pseudonym = random.nextInt(4) == 0 ? "" : people.pseudonym(cyrillic, random);
    return new CaseDraft(
        random.nextInt(3) == 0 && !origin.equals("FR") ? origin : manager.organisation().country(),
        form,
        first,
        DemoPeople.pick(WAYS, random),
        null,
        DemoPeople.pick(List.of("yes", "no", "agreed_channel", "not_known"), random),
        DemoPeople.pick(
            List.of("none", "none", "none", "not_asked", "possible", "pending"), random),
        form.equals("forced_criminality"),
        null,
        vulnerabilities(child, random),
        new CaseDetails(pseudonym, "", "", ""));
  }

  private static Episodes.Draft episode(
      String form,
      boolean child,
      String origin,
      DemoHouse.Staff manager,
      LocalDate first,
      DemoStories stories,
      RandomGenerator random) {
    int started = first.getYear() - random.nextInt(3);
    return new Episodes.Draft(
        form,
        form.equals("labour")
            ? DemoPeople.pick(List.of("agriculture", "construction", "hospitality"), random)
            : null,
        List.of(origin, manager.organisation().country()),
        random.nextInt(4) == 0 ? List.of() : List.of(DemoPeople.pick(MEANS, random)),
        new Episodes.Details(
            Integer.toString(started),
            Integer.toString(first.getYear()),
            "",
            "",
            stories.text("narratives", form, child, manager.language(), random)));
  }

  private static List<String> vulnerabilities(boolean child, RandomGenerator random) {
    List<String> all = new ArrayList<>();
    if (child && random.nextBoolean()) {
      all.add("unaccompanied_minor");
    }
    if (random.nextInt(3) == 0) {
      all.add("poverty");
    }
    return all;
  }

  private static String language(String country) {
    return switch (country) {
      case "AL", "XK" -> "sq";
      case "BG" -> "bg";
      case "GR" -> "el";
      case "MK" -> "mk";
      case "RO", "MD" -> "ro";
      case "FR" -> "fr";
      case "HR" -> "hr";
      case "BA" -> "bs";
      default -> "sr";
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
