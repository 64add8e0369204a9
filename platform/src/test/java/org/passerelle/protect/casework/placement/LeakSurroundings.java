package org.passerelle.protect.casework.placement;

import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.care.booking.Booking;
import org.passerelle.protect.casework.care.booking.BookingScenes;
import org.passerelle.protect.identity.desk.DeskScenes;
import org.passerelle.protect.identity.elsewhere.KnownScenes;
import org.passerelle.protect.identity.tracing.TracingForm;
import org.passerelle.steer.release.EstimateScenes;
import org.passerelle.steer.release.FigureScenes;
import org.passerelle.storage.House;

/**
 * What else can surround a child who lives in a place: an interpreter is booked, a brother is
 * looked for, another organisation asks whether the child is known, and a desk at the border works
 * for the same organisation.
 */
final class LeakSurroundings {
  private final House house;
  private final LeakScene scene;
  private final SignedIn who;
  private final UUID file;

  LeakSurroundings(House house, LeakScene scene) {
    this.house = house;
    this.scene = scene;
    this.who = Staff.signedIn(scene.most.user());
    this.file = scene.scene.caseId();
  }

  void added() {
    booked();
    lookedFor();
    askedAbout();
    atTheBorder();
    FigureScenes.released(house, who);
    EstimateScenes.published(house, scene.organisation);
  }

  private void booked() {
    Booking.Words words = new Booking.Words("Town hall, room 9", "", "");
    scene.known.put("/bookings/", BookingScenes.interpretation(house, file, 24, words, who));
  }

  private void lookedFor() {
    UUID brother = TracingForm.relative("sibling", "Agim Leka", "2006", file, house, who);
    String at = "/protect/cases/" + file + "/tracing";
    Browser browser = scene.most.browser();
    browser.get(at + "/new");
    String one =
        TracingForm.looksFor(
            brother, "contact", "Bus station, two winters ago", at, house, browser);
    scene.known.put("/tracing/", UUID.fromString(one.substring(at.length() + 1)));
  }

  private void askedAbout() {
    KnownScenes known = new KnownScenes(house);
    SignedIn asks =
        Staff.signedIn(Member.in(house, Staff.organisation(house).id(), Role.FOCAL_POINT).user());
    UUID theirs = known.child("Џемиле Мустафа", "2011-05-17", "none", asks);
    UUID ours = known.child("Xhemile Mustafa", "2011", "none", who);
    known.findable(ours, who, asks.organisation());
    known.ask(theirs, who.organisation(), null, asks);
    // the question is processed and its answer delivered in several runs, each on its own thread
    await()
        .until(
            () -> {
              house.runSchedules();
              return !known.hits(who).isEmpty();
            });
    scene.known.put("/elsewhere/", known.hits(who).get(0).id());
  }

  private void atTheBorder() {
    DeskScenes desks = new DeskScenes(house);
    DeskScenes.Side ours = new DeskScenes.Side(who, who);
    DeskScenes.Side theirs = desks.side("AL");
    UUID desk = desks.proposed(ours, theirs.organisation(), desks.agreement("RS", "AL", true));
    desks.desks().accept(desk, theirs.lead());
    desks.atWork(desk, ours);
    desks.atWork(desk, theirs);
    desks.write(desk, "A grey van waited from 23:00 to 23:40", "none", who);
    UUID screening = desks.screened("Lumi", who);
    desks.shared(desk, screening, who, "identity", "case");
    desks.touched(file, ours, theirs);
    scene.known.put("/desks/", desk);
    scene.known.put("/desk-figures/", desk);
    scene.known.put("/screenings/", screening);
  }
}
