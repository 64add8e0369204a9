package org.passerelle.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.passerelle.access.Role;
import org.springframework.stereotype.Component;

/** What the people of the demonstration have done beside opening cases. */
@Component
class DemoWork {
  private final DemoHouse house;
  private final DemoSteering steering;
  private final DemoReferrals referrals;
  private final DemoHandOvers handOvers;
  private final DemoScreenings screenings;
  private final DemoFieldwork fieldwork;
  private final DemoNetwork network;

  DemoWork(
      DemoHouse house,
      DemoSteering steering,
      DemoReferrals referrals,
      DemoHandOvers handOvers,
      DemoScreenings screenings,
      DemoFieldwork fieldwork,
      DemoNetwork network) {
    this.house = house;
    this.steering = steering;
    this.referrals = referrals;
    this.handOvers = handOvers;
    this.screenings = screenings;
    this.fieldwork = fieldwork;
    this.network = network;
  }

  void convene(List<DemoHouse.Staff> staff) {
    steering.convene(staff);
  }

  /** In transactions of their own, so that it is not undone by what the house refuses. */
  void refer(
      List<DemoFiles.Opened> opened,
      List<DemoHouse.Staff> staff,
      DemoStories stories,
      RandomGenerator random) {
    referrals.send(opened, staff, stories, random);
  }

  /** The same for hand-overs to other countries. */
  void handOver(List<DemoFiles.Opened> opened, List<DemoHouse.Staff> staff) {
    handOvers.give(opened, staff);
  }

  void screen(List<DemoHouse.Staff> staff, DemoStories stories, RandomGenerator random) {
    screenings.record(staff, stories, random);
  }

  void research(List<DemoHouse.Staff> staff) {
    List<DemoHouse.Staff> all = new ArrayList<>(staff);
    all.addAll(house.later(staff));
    DemoHouse.Staff manager =
        all.stream().filter(s -> s.is(Role.PROGRAMME_MANAGER)).findFirst().orElseThrow();
    fieldwork.record(all, manager.who());
    network.draw(all);
  }
}
