package org.passerelle.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.PlatformSettings;
import org.passerelle.accounts.Organisations;
import org.passerelle.demo.FillingSteps.Reached;
import org.passerelle.demo.FillingSteps.Step;
import org.passerelle.demo.people.DemoStories;
import org.passerelle.storage.EmbeddedFile;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Fills an empty demonstration: with the same people, cases and referrals every time. Cases are in
 * every state, and some people are known in two or three countries under different spellings. If
 * filling is interrupted it resumes where it stopped, but with different identifiers from there on:
 * keys of the last, lost step may already be in the key store.
 */
@Component
public class DemoCaseload implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(DemoCaseload.class);

  /** The seed shown on the console. */
  public static final long SEED = 20_190_409;

  private static final int PER_TRANSACTION = 5_000;
  private final PlatformSettings settings;
  private final Organisations organisations;
  private final DemoHouse house;
  private final DemoFiles files;
  private final DemoWork work;
  private final Filling filling;
  private final FillingSteps steps;
  private final Surroundings around;

  DemoCaseload(
      PlatformSettings settings,
      Organisations organisations,
      DemoHouse house,
      DemoFiles files,
      DemoWork work,
      Filling filling,
      FillingSteps steps,
      Surroundings around) {
    this.settings = settings;
    this.organisations = organisations;
    this.house = house;
    this.files = files;
    this.work = work;
    this.filling = filling;
    this.steps = steps;
    this.around = around;
  }

  /** Infrastructure used for filling. */
  @Component
  record Surroundings(Identifiers identifiers, EmbeddedFile file, Vault vault) {}

  @Override
  public void run(ApplicationArguments arguments) {
    if (!settings.demo()) {
      return;
    }
    if (settings.demoCases() == 0) {
      // a node of the regional demonstration, which is filled by other classes
      filling.whole();
      return;
    }
    filling.unlessStopped(this::fill);
    filling.whole();
  }

  private void fill() {
    Optional<Reached> before = steps.reached();
    if (before.isEmpty() && organisations.all().isEmpty()) {
      LOG.info("The filling begins: {} people.", settings.demoCases());
      Draws draws = new Draws(SEED, 0);
      around.identifiers.drawnFrom(draws, () -> begin(draws));
    } else if (before.isPresent() && !before.get().includes(Step.WHOLE)) {
      LOG.info("The filling goes on: {} people are in.", before.get().people());
      goOn(before.get(), house.known(), new ArrayList<>(), new Draws(SEED, before.get().drawn()));
    }
  }

  private void begin(Draws draws) {
    List<DemoHouse.Staff> staff = new ArrayList<>();
    steps.take(Step.FURNISHED, 0, draws, () -> staff.addAll(house.furnish()));
    goOn(new Reached(Step.FURNISHED, 0, draws.drawn()), staff, new ArrayList<>(), draws);
  }

  private void goOn(
      Reached before, List<DemoHouse.Staff> staff, List<DemoFiles.Opened> opened, Draws draws) {
    DemoStories stories = new DemoStories();
    int first = Math.min(settings.demoCases(), PER_TRANSACTION);
    if (!before.includes(Step.CONVENED)) {
      steps.take(Step.CONVENED, 0, draws, () -> work.convene(staff));
    }
    filling.reached(before.people(), settings.demoCases());
    if (!before.includes(Step.FIRST_PEOPLE)) {
      steps.take(
          Step.FIRST_PEOPLE,
          first,
          draws,
          () -> opened.addAll(people(0, first, staff, stories, draws)));
      told(first);
    }
    if (!before.includes(Step.REFERRED)) {
      work.refer(opened.isEmpty() ? files.opened(staff) : opened, staff, stories, draws);
      steps.take(Step.REFERRED, first, draws, () -> {});
    }
    if (!before.includes(Step.SCREENED)) {
      steps.take(Step.SCREENED, first, draws, () -> work.screen(staff, stories, draws));
    }
    if (!before.includes(Step.RESEARCHED)) {
      steps.take(Step.RESEARCHED, first, draws, () -> work.research(staff));
    }
    rest(Math.max(first, before.people()), staff, stories, draws);
    if (!before.includes(Step.HANDED_OVER)) {
      work.handOver(opened.isEmpty() ? files.opened(staff) : opened, staff);
      steps.take(Step.HANDED_OVER, settings.demoCases(), draws, () -> {});
    }
    if (!before.includes(Step.SHARED)) {
      work.share(staff);
      steps.take(Step.SHARED, settings.demoCases(), draws, () -> {});
    }
    if (!before.includes(Step.PLACED)) {
      List<DemoFiles.Opened> cases = opened.isEmpty() ? files.opened(staff) : opened;
      steps.take(Step.PLACED, settings.demoCases(), draws, () -> work.place(cases, staff));
    }
    steps.take(Step.WHOLE, settings.demoCases(), draws, () -> {});
  }

  private void rest(int done, List<DemoHouse.Staff> staff, DemoStories stories, Draws draws) {
    for (int from = done; from < settings.demoCases(); from += PER_TRANSACTION) {
      int begin = from;
      int end = Math.min(settings.demoCases(), from + PER_TRANSACTION);
      steps.take(Step.RESEARCHED, end, draws, () -> people(begin, end, staff, stories, draws));
      told(end);
    }
  }

  /** Creates people with their keys in one batch, written once. */
  private List<DemoFiles.Opened> people(
      int from, int to, List<DemoHouse.Staff> staff, DemoStories stories, Draws draws) {
    List<DemoFiles.Opened> opened = new ArrayList<>();
    around.vault.inBatch(() -> opened.addAll(files.open(from, to, staff, stories, draws)));
    return opened;
  }

  private void told(int people) {
    around.file.compact();
    filling.reached(people, settings.demoCases());
    if (people % 10_000 == 0) {
      LOG.info(
          "{} of {} invented people entered, {} CPU seconds since the start.",
          people,
          settings.demoCases(),
          ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toSeconds());
    }
  }
}
