package org.passerelle.prosecute.home.web;

import java.util.List;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.prosecute.home.ProsecutionDues;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.joint.JointDues;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** First page of the room: what runs out this week, and what is waited for. */
@Controller
@Investigators
class ProsecutionHomeController implements RoomEntries {
  private static final String HERE = "/prosecute";
  private final ProsecutionDues dues;
  private final JointDues joint;
  private final CountryNames countries;

  ProsecutionHomeController(ProsecutionDues dues, JointDues joint, CountryNames countries) {
    this.dues = dues;
    this.joint = joint;
    this.countries = countries;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("prosecute", 1, "prosecute.nav", HERE, Investigators.ROLES));
  }

  @GetMapping(HERE)
  String home(Act act) {
    return act.with("countries", countries)
        .with("joint", joint.of(act.page().moments(), act.who()))
        .show("prosecute/home/home", dues.outlook(act.page().moments(), act.who()));
  }
}
