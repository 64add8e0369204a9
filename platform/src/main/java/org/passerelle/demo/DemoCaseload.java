package org.passerelle.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.passerelle.PlatformSettings;
import org.passerelle.access.Role;
import org.passerelle.accounts.Organisations;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.ManyCases;
import org.passerelle.storage.EmbeddedFile;
import org.passerelle.storage.Identifiers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
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

  private static final int PER_TRANSACTION = 5_000;
  private final PlatformSettings settings;
  private final Organisations organisations;
  private final DemoHouse house;
  private final DemoSteering steering;
  private final DemoReferrals referrals;
  private final DemoScreenings screenings;
  private final DemoFieldwork fieldwork;
  private final DemoNetwork network;
  private final DemoCases invented;
  private final ManyCases many;
  private final Cases cases;
  private final Identifiers identifiers;
  private final EmbeddedFile file;
  private final TransactionTemplate transaction;

  DemoCaseload(
      PlatformSettings settings,
      Organisations organisations,
      DemoHouse house,
      DemoSteering steering,
      DemoReferrals referrals,
      DemoScreenings screenings,
      DemoFieldwork fieldwork,
      DemoNetwork network,
      DemoCases invented,
      ManyCases many,
      Cases cases,
      Identifiers identifiers,
      EmbeddedFile file,
      PlatformTransactionManager transactions) {
    this.settings = settings;
    this.organisations = organisations;
    this.house = house;
    this.steering = steering;
    this.referrals = referrals;
    this.screenings = screenings;
    this.fieldwork = fieldwork;
    this.network = network;
    this.invented = invented;
    this.many = many;
    this.cases = cases;
    this.identifiers = identifiers;
    this.file = file;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!settings.demo() || !organisations.all().isEmpty()) {
      return;
    }
    RandomGenerator random = new SplittableRandom(SEED);
    identifiers.drawnFrom(random, () -> fill(random));
  }

  private void fill(RandomGenerator random) {
    List<DemoHouse.Staff> staff = new ArrayList<>();
    transaction.executeWithoutResult(status -> staff.addAll(house.furnish()));
    transaction.executeWithoutResult(status -> steering.convene(staff));
    List<DemoHouse.Staff> managers = staff.stream().filter(s -> s.is(Role.CASE_MANAGER)).toList();
    DemoStories stories = new DemoStories();
    List<Opened> opened = new ArrayList<>();
    for (int done = 0; done < settings.demoCases(); done += PER_TRANSACTION) {
      int from = done;
      int to = Math.min(settings.demoCases(), done + PER_TRANSACTION);
      List<DemoCases.Invented> people = new ArrayList<>();
      for (int i = from; i < to; i++) {
        people.addAll(invented.person(i, managers, stories, random));
      }
      transaction.executeWithoutResult(status -> opened.addAll(open(people)));
      file.compact();
      if (to % 10_000 == 0) {
        LOG.info("{} of {} invented people entered.", to, settings.demoCases());
      }
    }
    referrals.send(opened, staff, stories, random);
    screenings.record(staff, stories, random);
    transaction.executeWithoutResult(status -> research(staff));
  }

  private void research(List<DemoHouse.Staff> staff) {
    List<DemoHouse.Staff> all = new ArrayList<>(staff);
    all.addAll(house.later(staff));
    DemoHouse.Staff manager =
        all.stream().filter(s -> s.is(Role.PROGRAMME_MANAGER)).findFirst().orElseThrow();
    fieldwork.record(all, manager.who());
    network.draw(all);
  }

  private List<Opened> open(List<DemoCases.Invented> people) {
    Map<DemoHouse.Staff, List<DemoCases.Invented>> byManager = new LinkedHashMap<>();
    people.forEach(p -> byManager.computeIfAbsent(p.manager(), m -> new ArrayList<>()).add(p));
    List<Opened> opened = new ArrayList<>();
    byManager.forEach(
        (manager, own) -> {
          List<UUID> ids =
              many.open(own.stream().map(DemoCases.Invented::opening).toList(), manager.who());
          for (int i = 0; i < ids.size(); i++) {
            DemoCases.Invented one = own.get(i);
            if (one.state().equals("reopened")) {
              cases.reopen(ids.get(i), manager.who());
            }
            opened.add(new Opened(ids.get(i), manager, one.child(), one.form(), one.state()));
          }
        });
    return opened;
  }

  /** A case of the demonstration. */
  record Opened(UUID id, DemoHouse.Staff manager, boolean child, String form, String state) {
    boolean closed() {
      return state.equals("closed");
    }
  }
}
