package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/**
 * One border desk and two officers of two countries, each with their own screen: what one does
 * appears on the other's without a click.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class BorderDeskTest {
  /** Polling interval of an open desk page. */
  private static final long ROUND = 15_000;

  private static final String OURS = "Our key lies in the blue box";
  private final List<String> found = new ArrayList<>();

  @Test
  void whatOneDoesTheOtherSees() {
    try (Visitor arta = Visitor.in(Device.PHONE, "arta.ulliri", "en");
        Visitor vjosa = Visitor.in(Device.DESKTOP, "vjosa.bliri", "en")) {
      vjosa.page().clock().install();
      String desk = desk(arta);
      assertThat(vjosa.go(desk)).isEqualTo(200);

      aPointIsHandedFromShiftToShift(arta, vjosa, desk);
      String joint = aScreeningIsSharedOnAConsent(arta, vjosa, desk);
      bothSign(arta, vjosa, joint);
      aWithdrawalEmptiesTheOtherSide(arta, vjosa, joint);
      assertThat(found).isEmpty();
    }
  }

  /** With one desk, the list redirects straight to it. */
  private static String desk(Visitor who) {
    who.go("/protect/desks");
    assertThat(who.path()).matches("/protect/desks/[0-9a-f-]{36}");
    return who.path();
  }

  private void aPointIsHandedFromShiftToShift(Visitor arta, Visitor vjosa, String desk) {
    arta.go(desk);
    write(arta, OURS, "here");
    sees(vjosa, "#points ~ *", OURS);
    arta.press("a[href$='/shift/end']");
    assertThat(arta.text()).contains(OURS);
    look(arta);
    arta.press("form[action$='/shift/end'] button");
    sees(vjosa, ".desk-duty", "nobody on duty");
    look(vjosa);
    arta.press("form[action$='/shift'] button");
    sees(vjosa, ".desk-duty .badge.accent", " since ");
    String waits = ".desk-points li.waits:has-text('" + OURS + "')";
    arta.press(waits + " form[action$='/take'] button");
    arta.press(".desk-points li:has-text('" + OURS + "') form[action$='/done'] button");
    assertThat(arta.page().locator("#desk-now").innerText()).doesNotContain(OURS);
    look(arta);
  }

  private static void write(Visitor who, String words, String goesOn) {
    who.page().selectOption("#kind", "equipment");
    who.page().fill("#words", words);
    who.page().check("[name=point][value=" + goesOn + "]");
    who.press("form[action$='/entries'] button.primary");
  }

  private String aScreeningIsSharedOnAConsent(Visitor arta, Visitor vjosa, String desk) {
    new Screening(arta, false)
        .answering("age_under_18", "no")
        .answering("act", "transportation")
        .answering("purpose", "forced_begging")
        .through();
    String screening = arta.path().replaceAll(".*/screenings/([^/]+)/.*", "$1");
    arta.press("form[action$='/from-screening'] button");
    new Casework(arta).consent("bliri", "protection_and_placement", List.of("case"));
    arta.go(desk + "/share/" + screening);
    arta.page().check("[name=categories][value=case]");
    arta.page().check("[name=asylum][value=none]");
    arta.page().check("[name=kind][value=consent]");
    look(arta);
    arta.press("form[action*='/share/'] button.primary");
    look(arta);
    String joint = arta.path();
    sees(vjosa, "#desk-joint", "not signed");
    assertThat(vjosa.page().locator("#desk-joint a[href='" + joint + "']").count()).isOne();
    return joint;
  }

  private void bothSign(Visitor arta, Visitor vjosa, String joint) {
    vjosa.press("#desk-joint a[href='" + joint + "']");
    look(vjosa);
    for (Visitor officer : List.of(arta, vjosa)) {
      officer.page().fill("#currentPassword", Server.PASSWORD);
      officer.press("form[action$='/sign'] button.primary");
    }
    arta.until(joint, () -> arta.page().locator("#signatures ~ ul .badge.good").count() == 2);
  }

  private void aWithdrawalEmptiesTheOtherSide(Visitor arta, Visitor vjosa, String joint) {
    vjosa.until(joint, () -> vjosa.text().contains("Forced begging"));
    arta.press("#own ~ p a[href^='/protect/cases/']");
    arta.go(arta.path() + "/consents");
    arta.one("button[data-dialog^='w-']").click();
    arta.press("dialog[open] form[action$='/withdraw'] button.danger");
    vjosa.until(joint, () -> !vjosa.text().contains("Forced begging"));
    look(vjosa);
    arta.until(joint, () -> arta.text().contains("confirmed"));
    look(arta);
  }

  /** Waits until something appears on an open page without a click. */
  private static void sees(Visitor who, String where, String words) {
    Page page = who.page();
    String path = who.path();
    Eventually.is(
        words + " on the other screen",
        () -> {
          page.clock().fastForward(ROUND);
          return page.locator(where).allInnerTexts().stream().anyMatch(t -> t.contains(words));
        });
    assertThat(who.path()).isEqualTo(path);
  }

  private void look(Visitor who) {
    found.addAll(Looked.at(who));
  }
}
