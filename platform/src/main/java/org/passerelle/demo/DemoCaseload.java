package org.passerelle.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.passerelle.PlatformSettings;
import org.passerelle.access.Organisations;
import org.passerelle.access.Role;
import org.passerelle.protect.cases.CaseDetails;
import org.passerelle.protect.cases.CaseDraft;
import org.passerelle.protect.cases.CaseWork;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.Contact;
import org.passerelle.protect.cases.Decisions;
import org.passerelle.protect.cases.Episodes;
import org.passerelle.protect.cases.Identity;
import org.passerelle.protect.cases.PersonDraft;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty demonstration: the same people, cases and referrals every time. Cases stand in
 * every state, and some people are seen in two or three countries under different spellings.
 */
@Component
public class DemoCaseload implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(DemoCaseload.class);

  /** The seed that is shown on the console. */
  public static final long SEED = 20_190_409;

  private static final int PER_TRANSACTION = 50;
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
  private final PlatformSettings settings;
  private final Organisations organisations;
  private final DemoHouse house;
  private final DemoSteering steering;
  private final DemoReferrals referrals;
  private final DemoScreenings screenings;
  private final Cases cases;
  private final CaseWork work;
  private final Episodes episodes;
  private final Decisions decisions;
  private final Identifiers identifiers;
  private final Vault vault;
  private final JdbcClient db;
  private final Clock clock;
  private final TransactionTemplate transaction;

  DemoCaseload(
      PlatformSettings settings,
      Organisations organisations,
      DemoHouse house,
      DemoSteering steering,
      DemoReferrals referrals,
      DemoScreenings screenings,
      Cases cases,
      CaseWork work,
      Episodes episodes,
      Decisions decisions,
      Identifiers identifiers,
      Vault vault,
      JdbcClient db,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.settings = settings;
    this.organisations = organisations;
    this.house = house;
    this.steering = steering;
    this.referrals = referrals;
    this.screenings = screenings;
    this.cases = cases;
    this.work = work;
    this.episodes = episodes;
    this.decisions = decisions;
    this.identifiers = identifiers;
    this.vault = vault;
    this.db = db;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!settings.demo() || !organisations.all().isEmpty()) {
      return;
    }
    RandomGenerator random = new SplittableRandom(SEED);
    vault.inBatch(() -> identifiers.drawnFrom(random, () -> fill(random)));
  }

  private void fill(RandomGenerator random) {
    List<DemoHouse.Staff> staff = new ArrayList<>();
    transaction.executeWithoutResult(status -> staff.addAll(house.furnish()));
    transaction.executeWithoutResult(status -> steering.convene(staff));
    List<DemoHouse.Staff> managers = staff.stream().filter(s -> s.is(Role.CASE_MANAGER)).toList();
    DemoPeople people = new DemoPeople();
    DemoStories stories = new DemoStories();
    List<Opened> opened = new ArrayList<>();
    for (int done = 0; done < settings.demoCases(); done += PER_TRANSACTION) {
      int from = done;
      int to = Math.min(settings.demoCases(), done + PER_TRANSACTION);
      transaction.executeWithoutResult(
          status -> {
            for (int i = from; i < to; i++) {
              opened.addAll(person(i, managers, people, stories, random));
            }
          });
      if (to % 10_000 == 0) {
        LOG.info("{} of {} invented people entered.", to, settings.demoCases());
      }
    }
    referrals.send(opened, staff, stories, random);
    screenings.record(staff, stories, random);
  }

  /**
   * One invented person: mostly one case, for every thirtieth two or three in different countries.
   */
  private List<Opened> person(
      int number,
      List<DemoHouse.Staff> managers,
      DemoPeople people,
      DemoStories stories,
      RandomGenerator random) {
    boolean female = random.nextInt(10) < 6;
    String origin = DemoPeople.pick(people.origins(), random);
    List<String> names = people.name(origin, female, random);
    int year = today().getYear() - 12 - random.nextInt(random.nextInt(3) == 0 ? 10 : 40);
    int seenIn = number % 30 == 0 ? 2 + random.nextInt(2) : 1;
    List<Opened> opened = new ArrayList<>();
    for (int place = 0; place < seenIn; place++) {
      // the lead's house has most, so that its pages are full
      DemoHouse.Staff manager =
          random.nextInt(8) == 0 ? managers.get(0) : DemoPeople.pick(managers, random);
      // elsewhere the name is written as it was heard: in Latin letters, with a year that is one
      // off
      String name = place == 0 ? names.get(0) : names.get(names.size() - 1);
      int born = place == 0 ? year : year + random.nextInt(3) - 1;
      opened.add(open(manager, name, names, born, female, origin, people, stories, random));
    }
    return opened;
  }

  private Opened open(
      DemoHouse.Staff manager,
      String name,
      List<String> names,
      int born,
      boolean female,
      String origin,
      DemoPeople people,
      DemoStories stories,
      RandomGenerator random) {
    String form = DemoPeople.pick(FORMS, random);
    boolean child = today().getYear() - born <= 18;
    LocalDate first = today().minusDays(1 + random.nextInt(900));
    boolean cyrillic = manager.language().tag().equals("sr-Cyrl");
    String pseudonym = random.nextInt(4) == 0 ? "" : people.pseudonym(cyrillic, random);
    List<Identity.Name> known = new ArrayList<>(List.of(new Identity.Name("name", name)));
    names.stream()
        .filter(n -> !n.equals(name))
        .forEach(n -> known.add(new Identity.Name("alias", n)));
    PersonDraft person =
        new PersonDraft(
            new Identity(
                known, random.nextInt(3) == 0 ? born + "~" : Integer.toString(born), null, "", ""),
            random.nextInt(5) == 0
                ? new Contact("+000 00 000 0" + (10 + random.nextInt(80)), "", "")
                : Contact.NONE,
            female ? "female" : "male",
            "not_sure",
            random.nextInt(12) == 0 ? List.of() : List.of(origin),
            List.of(language(origin)));
    UUID id =
        cases.open(
            person,
            new CaseDraft(
                random.nextInt(3) == 0 && !origin.equals("FR")
                    ? origin
                    : manager.organisation().country(),
                form,
                first,
                DemoPeople.pick(
                    List.of(
                        "self",
                        "ngo",
                        "police_operation",
                        "border_control",
                        "hotline",
                        "social_services",
                        "tip"),
                    random),
                null,
                DemoPeople.pick(List.of("yes", "no", "agreed_channel", "not_known"), random),
                DemoPeople.pick(
                    List.of("none", "none", "none", "not_asked", "possible", "pending"), random),
                form.equals("forced_criminality"),
                null,
                vulnerabilities(child, random),
                new CaseDetails(pseudonym, "", "", "")),
            manager.who());
    episode(id, form, child, origin, manager, first, stories, random);
    String state = decide(id, first, manager, stories, random);
    write(id, form, child, manager, stories, random);
    tasks(id, state, manager, stories, random);
    age(id, first, random);
    return new Opened(id, manager, child, form, state);
  }

  private void episode(
      UUID id,
      String form,
      boolean child,
      String origin,
      DemoHouse.Staff manager,
      LocalDate first,
      DemoStories stories,
      RandomGenerator random) {
    int started = first.getYear() - random.nextInt(3);
    episodes.add(
        id,
        new Episodes.Draft(
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
                stories.text("narratives", form, child, manager.language(), random))),
        manager.who());
  }

  private String decide(
      UUID id,
      LocalDate first,
      DemoHouse.Staff manager,
      DemoStories stories,
      RandomGenerator random) {
    int draw = random.nextInt(100);
    if (draw < 20) {
      return "signal";
    }
    decision(id, "presumed", first.plusDays(2), manager, stories, random);
    if (draw < 55) {
      return "presumed";
    }
    String second = draw < 85 ? "identified" : "refused";
    decision(id, second, first.plusDays(30), manager, stories, random);
    if (draw >= 72 && draw < 85) {
      cases.close(id, "goals_reached", manager.who());
      if (draw >= 82) {
        cases.reopen(id, manager.who());
        return "reopened";
      }
      return "closed";
    }
    return second;
  }

  private void decision(
      UUID id,
      String kind,
      LocalDate on,
      DemoHouse.Staff manager,
      DemoStories stories,
      RandomGenerator random) {
    LocalDate day = on.isAfter(today()) ? today() : on;
    decisions.record(
        id,
        new Decisions.Draft(
            kind,
            day,
            kind.equals("refused") ? day.plusDays(15) : null,
            new Decisions.Content(
                manager.organisation().name().in(manager.language()),
                stories.text("evidence", "", false, manager.language(), random))),
        manager.who());
  }

  private void write(
      UUID id,
      String form,
      boolean child,
      DemoHouse.Staff manager,
      DemoStories stories,
      RandomGenerator random) {
    int notes = random.nextInt(3);
    for (int i = 0; i < notes; i++) {
      work.note(
          id,
          "other",
          stories.text("notes", form, child, manager.language(), random),
          manager.who());
    }
  }

  private void tasks(
      UUID id, String state, DemoHouse.Staff manager, DemoStories stories, RandomGenerator random) {
    if (state.equals("closed") || random.nextInt(10) != 0) {
      return;
    }
    Instant due = clock.instant().plus(Duration.ofHours(random.nextInt(-30, 24 * 20)));
    work.task(
        id,
        "other",
        stories.text("tasks", "", false, manager.language(), random),
        due,
        manager.who().user(),
        manager.who());
  }

  /**
   * The case and its history move into the past: it was opened on its first contact, and last
   * touched since.
   */
  private void age(UUID id, LocalDate first, RandomGenerator random) {
    OffsetDateTime opened =
        first.atTime(9, 0).atOffset(ZoneOffset.UTC).plusMinutes(random.nextInt(600));
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    long minutes = Math.max(1, Duration.between(opened, now).toMinutes());
    OffsetDateTime changed = opened.plusMinutes((long) (minutes * random.nextDouble()));
    db.sql("update protect_case set opened_at = :opened, changed_at = :changed where id = :id")
        .param("opened", opened)
        .param("changed", changed)
        .param("id", id)
        .update();
    shift(
        "update case_event set at = :at where case_id = :id and kind = 'case.opened'", opened, id);
    shift(
        "update case_event set at = :at where case_id = :id and kind <> 'case.opened'",
        changed,
        id);
    shift("update case_note set at = :at where case_id = :id", changed, id);
  }

  private void shift(String sql, OffsetDateTime at, UUID id) {
    db.sql(sql).param("at", at).param("id", id).update();
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

  /** A case of the demonstration. */
  record Opened(UUID id, DemoHouse.Staff manager, boolean child, String form, String state) {
    boolean closed() {
      return state.equals("closed");
    }
  }
}
