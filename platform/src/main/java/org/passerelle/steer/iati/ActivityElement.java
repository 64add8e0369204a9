package org.passerelle.steer.iati;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.passerelle.language.Wording;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;
import org.passerelle.storage.Sha256;

/** Writes an {@code iati-activity} with its elements in schema order. */
final class ActivityElement {
  private static final Map<String, String> STATUS =
      Map.of(
          "planned", "1",
          "announced", "1",
          "running", "2",
          "continuing", "2",
          "done", "4",
          "cancelled", "5");
  private static final Map<String, String> ROLES =
      Map.of("funder", "1", "lead", "2", "implementer", "4", "partner", "4");
  private final XmlLines out;
  private final Facts facts;
  private final Publisher publisher;
  private final Instant now;
  private final Places places;
  private final Money money;
  private final Dates dates;

  ActivityElement(XmlLines out, Facts facts, Publisher publisher, int year, Instant now) {
    this.out = out;
    this.facts = facts;
    this.publisher = publisher;
    this.now = now;
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    this.places = new Places(out, facts);
    this.money = new Money(out, facts, today);
    this.dates = new Dates(out, year, today);
  }

  void write(ProgrammeYear.Activity activity) throws XMLStreamException {
    Entry project = activity.project();
    Redactions redactions = activity.redactions();
    List<Wording> notes = new ArrayList<>();
    out.open(
        "iati-activity",
        "last-updated-datetime",
        now.toString(),
        "xml:lang",
        "en",
        "default-currency",
        "EUR",
        "hierarchy",
        "1");
    out.text("iati-identifier", publisher.identifier() + "-" + identifier(project, redactions));
    reporting();
    out.open("title");
    out.narratives(title(project, redactions));
    out.close();
    notes.addAll(dates.notes(activity));
    notes.addAll(places.notes(project, redactions));
    notes.addAll(money.notes(project, redactions));
    descriptions(project, redactions, notes);
    participants(project, redactions);
    if (project.has("number") && !redactions.hides("other-identifier")) {
      out.empty("other-identifier", "ref", project.text("number"), "type", "A1");
    }
    out.empty("activity-status", "code", STATUS.getOrDefault(project.text("status"), "1"));
    dates.write(activity);
    places.write(project, redactions);
    sector(project, redactions);
    if (project.text("cooperation").equals("bilateral-grant")
        && !redactions.hides("collaboration-type")) {
      out.empty("collaboration-type", "code", "1");
    }
    money.write(project, redactions);
    if (!redactions.hides("result")) {
      new Results(out, facts, redactions).write(project);
    }
    out.close();
  }

  private void reporting() throws XMLStreamException {
    out.open("reporting-org", "ref", publisher.identifier(), "type", publisher.type());
    out.narratives(reportingName());
    out.close();
  }

  private Wording reportingName() {
    return facts
        .find("organisation", publisher.organisation())
        .map(Entry::name)
        .orElseGet(
            () ->
                new Wording(
                    Map.of("en", publisher.organisation(), "fr", publisher.organisation())));
  }

  /**
   * The project's identifier in the register; a digest if the identifier would reveal something.
   */
  private static String identifier(Entry project, Redactions redactions) {
    if (!redactions.betrays(project.id())) {
      return project.id();
    }
    return Sha256.of(project.reference()).substring(0, 16);
  }

  private static Wording title(Entry project, Redactions redactions) {
    return redactions.hides("title") ? Notes.of("iati.withheld") : redactions.shown(project.name());
  }

  private void descriptions(Entry project, Redactions redactions, List<Wording> notes)
      throws XMLStreamException {
    if (redactions.hides("description")) {
      description("1", Notes.of("iati.withheld"));
    } else {
      description(
          "1",
          project.has("detail")
              ? redactions.shown(project.wording("detail"))
              : title(project, redactions));
      for (Entry objective : facts.referringTo(project, "objective")) {
        description("2", redactions.shown(objective.name()));
      }
    }
    for (Wording note : notes) {
      description("4", note);
    }
  }

  private void description(String type, Wording text) throws XMLStreamException {
    out.open("description", "type", type);
    out.narratives(text);
    out.close();
  }

  /** The partners to be shown; without any, the publisher is the accountable organisation. */
  private void participants(Entry project, Redactions redactions) throws XMLStreamException {
    Map<String, Values> shown = new LinkedHashMap<>();
    for (Values partner : project.rows("partners")) {
      String organisation = partner.text("organisation");
      String role = ROLES.getOrDefault(partner.text("role"), "");
      if (!role.isEmpty() && !redactions.hides("participating-org", organisation)) {
        shown.putIfAbsent(organisation + " " + role, partner);
      }
    }
    for (Values partner : shown.values()) {
      Entry organisation = facts.find("organisation", partner.text("organisation")).orElse(null);
      if (organisation != null) {
        out.open(
            "participating-org",
            "role",
            ROLES.getOrDefault(partner.text("role"), ""),
            "type",
            OrganisationTypes.code(organisation),
            "ref",
            organisation.id().equals(publisher.organisation()) ? publisher.identifier() : "");
        out.narratives(organisation.name());
        out.close();
      }
    }
    if (shown.isEmpty()) {
      out.open(
          "participating-org",
          "role",
          "2",
          "type",
          publisher.type(),
          "ref",
          publisher.identifier());
      out.narratives(reportingName());
      out.close();
    }
  }

  /** The DAC sector code; “not specified” if none was entered. */
  private void sector(Entry project, Redactions redactions) throws XMLStreamException {
    String code = project.text("sector");
    out.empty(
        "sector",
        "vocabulary",
        "1",
        "code",
        code.matches("[0-9]{5}") && !redactions.hides("sector") ? code : "99810");
  }
}
