package org.passerelle.prevent.campaign;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.springframework.stereotype.Component;

/** Entries of the register to which campaigns lead. Thread-safe. */
@Component
public class CampaignLinks {
  private static final String MEASURE = "measure";
  private static final String ORGANISATION = "organisation";
  private final Register register;

  CampaignLinks(Register register) {
    this.register = register;
  }

  /** Measures that a campaign can carry out. */
  public List<Entry> measures() {
    return register.facts().all(MEASURE);
  }

  /** Organisations that can be responsible for one. */
  public List<Entry> organisations() {
    return register.facts().all(ORGANISATION);
  }

  /** Projects and grants that can pay for one. */
  public List<Entry> moneys() {
    return Stream.concat(
            register.facts().all("project").stream(), register.facts().all("grant").stream())
        .toList();
  }

  public Optional<Entry> measure(String id) {
    return register.facts().find(MEASURE, id);
  }

  public Optional<Entry> organisation(String id) {
    return register.facts().find(ORGANISATION, id);
  }

  /** The project or grant of a reference. */
  public Optional<Entry> money(String reference) {
    return register.facts().at(reference).filter(CampaignLinks::pays);
  }

  private static boolean pays(Entry entry) {
    return entry.kind().id().equals("project") || entry.kind().id().equals("grant");
  }

  /**
   * Fails unless everything a campaign leads to stands in the register.
   *
   * @throws Refused at the field of what is not there
   */
  void check(CampaignSheet sheet) {
    needed(MEASURE, measure(sheet.measure()));
    needed("responsible", organisation(sheet.responsible()));
    if (!sheet.money().isEmpty()) {
      needed("money", money(sheet.money()));
    }
  }

  private static void needed(String field, Optional<Entry> entry) {
    if (entry.isEmpty()) {
      throw new Refused("campaign.refused.link").at(field);
    }
  }
}
