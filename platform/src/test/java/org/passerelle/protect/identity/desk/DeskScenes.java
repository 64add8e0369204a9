package org.passerelle.protect.identity.desk;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Staff;
import org.passerelle.forms.Answer;
import org.passerelle.forms.answers.Answers;
import org.passerelle.language.Wording;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.protect.identity.elsewhere.Questions;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;

/** Desks for tests; both sides may be on the same node. */
public final class DeskScenes {
  private final House house;

  public DeskScenes(House house) {
    this.house = house;
  }

  /** One side: somebody responsible for the desk, and an officer who works there. */
  public record Side(SignedIn lead, SignedIn officer) {
    public UUID organisation() {
      return lead.organisation();
    }
  }

  /** A new organisation in a country. */
  public Side side(String country) {
    String handle = ("d-" + house.get(Identifiers.class).next()).substring(0, 38);
    UUID organisation =
        house
            .get(Organisations.class)
            .create(
                house.somebody(Role.ADMINISTRATOR),
                new OrganisationDraft(
                    handle,
                    new Wording(Map.of("en", handle, "fr", handle, "sr", handle)),
                    "border_police",
                    country,
                    "",
                    "",
                    "",
                    true))
            .id();
    return sideOf(organisation);
  }

  public Side sideOf(UUID organisation) {
    return new Side(
        colleague(organisation, Role.FOCAL_POINT),
        colleague(organisation, Role.FIRST_RESPONDER, Role.CASE_MANAGER));
  }

  /** A user who can be assigned to a desk. */
  public SignedIn colleague(UUID organisation, Role first, Role... more) {
    return Staff.signedIn(Staff.user(house, organisation, first, more).user());
  }

  /** An agreement between two countries in this node's register. */
  public String agreement(String one, String other, boolean inForce) {
    String id = "desk-" + house.get(Identifiers.class).shortCode().toLowerCase(Locale.ROOT);
    agreement(id, one, other, inForce);
    return id;
  }

  /** The same under an identifier that another node knows as well. */
  public void agreement(String id, String one, String other, boolean inForce) {
    house
        .get(Register.class)
        .save(
            house.somebody(Role.PROGRAMME_MANAGER),
            Kinds.shipped().find("agreement").orElseThrow(),
            id,
            0,
            Map.of(
                "title", Map.of("en", id, "fr", id, "sr", id),
                "type", "bilateral-agreement",
                "purposes", List.of("protection"),
                "parties", List.of(party(one, true), party(other, inForce))),
            "");
  }

  private static Map<String, Object> party(String country, boolean inForce) {
    return inForce
        ? Map.of(
            "country",
            country,
            "status",
            "party",
            "in-force",
            "2012-02-01",
            "source",
            "test",
            "verified",
            true,
            "verified-by",
            "test")
        : Map.of(
            "country",
            country,
            "status",
            "signed-not-ratified",
            "source",
            "test",
            "verified",
            false);
  }

  public Desks desks() {
    return house.get(Desks.class);
  }

  public Shifts shifts() {
    return house.get(Shifts.class);
  }

  public ShiftBook book() {
    return house.get(ShiftBook.class);
  }

  public DeskQuestions questions() {
    return house.get(DeskQuestions.class);
  }

  public JointScreenings joints() {
    return house.get(JointScreenings.class);
  }

  /** Proposed by one side on this node. */
  public UUID proposed(Side by, UUID to, String agreement) {
    return desks().propose(new Desks.Draft(to, "Morina", agreement), by.lead());
  }

  /** Accepted by the other, each with its officer on duty. */
  public void atWork(UUID desk, Side side) {
    desks().name(desk, Set.of(side.officer().user()), side.lead());
    shifts().begin(desk, side.officer());
  }

  public Desk desk(UUID id, Side side) {
    return desks().find(id, side.lead());
  }

  public List<Entry> entries(UUID desk, Side side) {
    return book().of(desk(desk, side), Duration.ofDays(3));
  }

  public void write(UUID desk, String words, String point, SignedIn who) {
    book().write(desk, new Entry.Draft("look_out", words, point), who);
  }

  /** Kinds of entries in the joint log of one side, oldest first. */
  public List<String> log(UUID desk, Side side) {
    return house
        .db()
        .sql(
            """
            select id || ' ' || kind || ' ' || minor || ' ' || here from desk_event
             where desk = :desk and organisation = :own order by at, id
            """)
        .param("desk", desk)
        .param("own", side.organisation())
        .query(String.class)
        .list();
  }

  /** A finished screening with all kinds of answers. */
  public UUID screened(String knownAs, SignedIn officer) {
    Answers answers =
        Answers.NONE
            .with("age_under_18", Answer.of(new Answer.Chosen("not_sure")))
            .with("age_estimate", Answer.of(new Answer.Amount(BigDecimal.valueOf(15))))
            .with("languages", Answer.of(new Answer.ChosenAll(List.of("sq"))))
            .with(
                "act",
                new Answer(new Answer.ChosenAll(List.of("transportation")), "He drove the van"))
            .with("purpose", Answer.of(new Answer.ChosenAll(List.of("forced_begging"))))
            .with("known_name", Answer.of(new Answer.Writing(knownAs)));
    return house
        .get(Screenings.class)
        .record(
            officer,
            "screening-short",
            answers,
            house.clock().instant().minusSeconds(300),
            house.clock().instant());
  }

  public StatedBasis.Choice law() {
    return new StatedBasis.Choice("law", "Article 9 (test)", null);
  }

  /** Shares what a screening says about the case and the name. */
  public UUID shared(UUID desk, UUID screening, SignedIn officer, String... categories) {
    return shared(desk, screening, law(), officer, categories);
  }

  /** The same on another basis. */
  public UUID shared(
      UUID desk, UUID screening, StatedBasis.Choice basis, SignedIn officer, String... categories) {
    return joints()
        .share(
            desk,
            screening,
            new JointScreenings.Draft(
                Set.of(categories), "protection_and_placement", "none", basis),
            ZoneOffset.UTC,
            officer);
  }

  public JointScreening joint(UUID desk, UUID joint, Side side, SignedIn who) {
    return joints().find(desk(desk, side), joint, who);
  }

  public void sign(UUID desk, UUID joint, Side side) {
    joints().sign(desk, joint, joint(desk, joint, side, side.officer()).digest(), side.officer());
  }

  /** The desk has dealt with this file of a side: it asked the other side about it. */
  public void touched(UUID file, Side side, Side other) {
    house
        .get(Questions.class)
        .ask(
            file,
            new Questions.Draft(List.of(other.organisation()), "matching", law(), null),
            side.officer());
  }
}
