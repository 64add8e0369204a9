package org.passerelle.prosecute.home.web;

import java.util.List;
import java.util.stream.Stream;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.prosecute.home.Outlook;
import org.passerelle.prosecute.home.ProsecutionDues;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.joint.JointDues;
import org.springframework.stereotype.Component;

/**
 * What runs out this week, hearings to come and what waits in joint teams, by number and pseudonym,
 * without any text.
 */
@Component
class ProsecutionToday implements Today {
  private final ProsecutionDues dues;
  private final JointDues joint;

  ProsecutionToday(ProsecutionDues dues, JointDues joint) {
    this.dues = dues;
    this.joint = joint;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Investigators.ROLES.toArray(Role[]::new))) {
      return List.of();
    }
    Outlook outlook = dues.outlook(page.moments(), who);
    List<DueThing> soon = outlook.thisWeek(page.moments());
    Stream<Item> together = joint.of(page.moments(), who).stream().map(due -> item(due, page));
    Stream<Item> own =
        Stream.of(
                soon,
                outlook.hearings(page.moments()),
                soon.isEmpty()
                    ? outlook.next(page.moments()).stream().toList()
                    : List.<DueThing>of())
            .flatMap(List::stream)
            .distinct()
            .map(due -> item(due, page));
    return Stream.concat(own, together).toList();
  }

  private static Item item(JointDues.Due due, Page page) {
    return new Item(
        due.due(page.moments()),
        page.text("joint.due." + due.kind()),
        page.text(due.of(), due.called()),
        due.at(),
        page.text("prosecute.due.look"));
  }

  private static Item item(DueThing due, Page page) {
    return new Item(
        due.due(page.moments()),
        page.text("prosecute.due." + due.kind(), due.code()),
        page.text("prosecute.due.of", due.number()),
        InvestigationPages.HERE + "/" + due.investigation() + "/" + due.path(),
        page.text("prosecute.due.look"));
  }
}
