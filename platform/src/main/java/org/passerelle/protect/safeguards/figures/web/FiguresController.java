package org.passerelle.protect.safeguards.figures.web;

import java.util.List;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Act;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.safeguards.figures.Figures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Page of figures, for supervisors and steering roles. */
@Controller
class FiguresController implements RoomEntries {
  private static final List<Role> READERS =
      List.of(
          Role.CASE_MANAGER,
          Role.SUPERVISOR,
          Role.FOCAL_POINT,
          Role.DATA_PROTECTION_OFFICER,
          Role.ANALYST,
          Role.PROGRAMME_MANAGER,
          Role.STEERING_MEMBER);
  private final Figures figures;
  private final FormDefinitions definitions;

  FiguresController(Figures figures, FormDefinitions definitions) {
    this.figures = figures;
    this.definitions = definitions;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("protect", 90, "figures.nav", "/protect/figures", READERS));
  }

  @GetMapping("/protect/figures")
  @Allowed({
    Role.CASE_MANAGER,
    Role.SUPERVISOR,
    Role.FOCAL_POINT,
    Role.DATA_PROTECTION_OFFICER,
    Role.ANALYST,
    Role.PROGRAMME_MANAGER,
    Role.STEERING_MEMBER
  })
  String show(Act act) {
    act.with(
        "view", FiguresPage.of(figures.of(act.who()), act.who(), definitions.lists(), act.page()));
    return "protect/figures/figures";
  }
}
