package org.passerelle.prosecute;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.joint.JointScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever does something in this room reads once, on the next page, that it is done. */
@OnBothDatabases
@Tag("slow")
class ConfirmedActsTest {
  private static final String ALL = "/prosecute/joint-teams";

  /**
   * Acts that lead to a proof and come back, that show a list or a file at once, and those whose
   * work gives a notice of its own.
   */
  private static final Set<String> OTHERWISE =
      new TreeSet<>(
          Set.of(
              "CourtFilesController.confirm",
              "ExhibitsController.confirm",
              "FarCustodyController.confirm",
              "SeriesController.confirm",
              "SeriesController.upload",
              "SharedExhibitsController.confirm",
              "SigningController.confirm",
              "SigningController.confirmForSeal",
              "SigningController.make",
              "SigningController.makeSeal",
              "SigningController.bring",
              "SuspectListController.found",
              "SuspectsController.erase",
              "RequestsController.paper",
              "TakeOverController.ask"));

  @Parameter House house;

  @Test
  void everyActOfTheRoomHasItsSentence() {
    Set<String> without = new TreeSet<>();
    house
        .get(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (route, handler) -> {
              Method method = handler.getMethod();
              if (route.getMethodsCondition().getMethods().contains(RequestMethod.POST)
                  && handler.getBeanType().getPackageName().startsWith("org.passerelle.prosecute.")
                  && !method.isAnnotationPresent(Confirmed.class)) {
                without.add(handler.getBeanType().getSimpleName() + "." + method.getName());
              }
            });
    assertThat(without).isEqualTo(OTHERWISE);
  }

  @Test
  void anActIsConfirmedOnceAndARefusedOneIsNot() {
    Scenes scenes = new Scenes(house);
    Member member = Member.of(house, Role.PROSECUTOR);
    Member colleague = Member.of(house, Role.PROSECUTOR);
    Scenes.Begun one = scenes.begun(Staff.signedIn(member.user()));
    Scenes.Begun other = scenes.begun(Staff.signedIn(colleague.user()));
    UUID team = new JointScenes(house).proposed(one, other);
    RoomForms invited = new RoomForms(colleague.browser(), "/prosecute/joint-invitations/" + team);
    invited.isTold("This is needed to go on.", "/decline", "reason", " ");
    assertThat(invited.shown()).doesNotContain("class=\"notice good\"");
    String at = invited.sends("/sign", "investigation", other.id().toString());
    told(colleague.browser(), at, "You have signed the agreement.");
    RoomForms plan = new RoomForms(member.browser(), ALL + "/" + team + "/plan");
    String next =
        plan.sends(
            "",
            "what",
            "Watch the bridge",
            "organisation",
            one.prosecutor().organisation().toString(),
            "due",
            scenes.today().plusDays(9).toString(),
            "note",
            "");
    told(member.browser(), next, "The step is in the plan.");
    RoomForms ours = new RoomForms(member.browser(), ALL + "/" + team);
    told(
        member.browser(),
        ours.sends("/leave", "reason", "Our part is done"),
        "Your organisation has left the joint team.");
  }

  /** The sentence stands on the page that follows, and on no later one. */
  private static void told(Browser browser, String page, String sentence) {
    assertThat(browser.get(page).body()).containsOnlyOnce(sentence).contains("notice good");
    assertThat(browser.get(page).body()).doesNotContain(sentence);
  }
}
