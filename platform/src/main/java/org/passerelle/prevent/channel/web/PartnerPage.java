package org.passerelle.prevent.channel.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.prevent.channel.ChannelDoor;
import org.passerelle.prevent.channel.ChannelVisit;
import org.passerelle.prevent.channel.ReportForms;

/**
 * The short form of a partner, and what became of its reports.
 *
 * @param kind the report that is filled in
 * @param key makes a form that is sent twice one report
 * @param sent whether one was just sent
 * @param form what was typed
 */
public record PartnerPage(
    ChannelVisit visit,
    String kind,
    UUID key,
    boolean sent,
    List<ChannelDoor.Told> reports,
    Filled form) {
  public PartnerPage {
    reports = List.copyOf(reports);
  }

  /** The reports of the sector. */
  public List<String> kinds() {
    return ReportForms.of(visit.sector());
  }

  /** The fields of the report that is filled in. */
  public List<ReportForms.Field> fields() {
    return ReportForms.fields(kind);
  }

  /** Key of what a report has come to. */
  public static String state(ChannelDoor.Told told) {
    String outcome = told.outcome();
    return outcome == null ? "channel.told." + told.state() : "channel.outcome." + outcome;
  }
}
