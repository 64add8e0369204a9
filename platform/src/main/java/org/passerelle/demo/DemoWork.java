package org.passerelle.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.demo.people.DemoStories;
import org.passerelle.demo.prosecution.DemoProsecution;
import org.springframework.stereotype.Component;

/** The demonstration's work besides opening cases. */
@Component
class DemoWork {
  private final DemoHouse house;
  private final DemoSteering steering;
  private final DemoReferrals referrals;
  private final DemoAbroad abroad;
  private final DemoCare care;
  private final DemoScreenings screenings;
  private final DemoFieldwork fieldwork;
  private final DemoNetwork network;

  DemoWork(
      DemoHouse house,
      DemoSteering steering,
      DemoReferrals referrals,
      DemoAbroad abroad,
      DemoCare care,
      DemoScreenings screenings,
      DemoFieldwork fieldwork,
      DemoNetwork network) {
    this.house = house;
    this.steering = steering;
    this.referrals = referrals;
    this.abroad = abroad;
    this.care = care;
    this.screenings = screenings;
    this.fieldwork = fieldwork;
    this.network = network;
  }

  void convene(List<DemoHouse.Staff> staff) {
    steering.convene(staff);
  }

  /** In separate transactions, so that a refusal does not roll back other work. */
  void refer(
      List<DemoFiles.Opened> opened,
      List<DemoHouse.Staff> staff,
      DemoStories stories,
      RandomGenerator random) {
    referrals.send(opened, staff, stories, random);
  }

  /** The same for hand-overs to other countries, and for consents within the country. */
  void handOver(List<DemoFiles.Opened> opened, List<DemoHouse.Staff> staff) {
    abroad.handOvers().give(opened, staff);
    abroad.transfers().propose(opened, staff);
    care.consents().ask(opened, staff);
  }

  /** The border desk. */
  void share(List<DemoHouse.Staff> staff) {
    abroad.desk().keep(staff);
  }

  /**
   * Deadlines, guardians, places, plans, services, solutions, compensation, follow-up and danger,
   * for some people; requests; tips of the public; an investigation; public figures; campaigns and
   * places at risk.
   */
  void place(List<DemoFiles.Opened> opened, List<DemoHouse.Staff> staff) {
    care.protection().deadlines().settle(opened);
    care.protection().guardians().keep(opened);
    care.protection().placement().keep(opened, staff);
    care.plans().make(opened);
    care.services().offer(opened, staff);
    care.duty().arrange(staff);
    care.solutions().decide(opened);
    care.claims().enter(opened);
    care.followUps().enter(opened);
    care.protection().safety().assess(opened, staff);
    care.protection().tracing().search(opened, "most-rs");
    care.dataProtection().enter(opened, staff);
    care.forms().begin(staff);
    care.reports().keep(staff);
    care.prevention().tips().receive();
    prosecute(staff);
    List<DemoHouse.Staff> everybody = house.everybody();
    steering.publish(everybody);
    care.prevention()
        .enter(first(everybody, Role.PROGRAMME_MANAGER), first(everybody, Role.TRIAGE_OFFICER));
  }

  private static SignedIn first(List<DemoHouse.Staff> staff, Role role) {
    return staff.stream()
        .filter(one -> one.is(role))
        .map(DemoHouse.Staff::who)
        .findFirst()
        .orElseThrow();
  }

  /** Offences are on the register for France alone. */
  private void prosecute(List<DemoHouse.Staff> staff) {
    office(staff, "FR")
        .ifPresent(one -> abroad.prosecution().enter(one, office(staff, "RS").orElse(null)));
  }

  private static Optional<DemoProsecution.Office> office(
      List<DemoHouse.Staff> staff, String country) {
    return staff.stream()
        .filter(one -> one.is(Role.PROSECUTOR) && one.organisation().country().equals(country))
        .findFirst()
        .map(one -> new DemoProsecution.Office(one.who(), one.language()));
  }

  void screen(List<DemoHouse.Staff> staff, DemoStories stories, RandomGenerator random) {
    screenings.record(staff, stories, random);
  }

  void research(List<DemoHouse.Staff> staff) {
    List<DemoHouse.Staff> all = new ArrayList<>(staff);
    all.addAll(house.later(staff));
    fieldwork.record(all, first(all, Role.PROGRAMME_MANAGER));
    network.draw(all);
  }
}
