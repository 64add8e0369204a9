package org.passerelle.prevent.channel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.prevent.tip.TipPartners;
import org.springframework.stereotype.Component;

/** Tells the triage team which partner sent a tip. */
@Component
class ChannelSenders implements TipPartners {
  private final ChannelRows rows;

  ChannelSenders(ChannelRows rows) {
    this.rows = rows;
  }

  @Override
  public Map<UUID, String> names(Collection<UUID> partners) {
    return partners.isEmpty() ? Map.of() : rows.names(partners);
  }

  @Override
  public Map<UUID, String> of(UUID organisation) {
    return rows.of(organisation).stream()
        .collect(
            Collectors.toMap(
                ChannelPartner::id, ChannelPartner::name, (one, other) -> one, LinkedHashMap::new));
  }

  @Override
  public Optional<Sender> sender(UUID tip) {
    return rows.ofTip(tip)
        .map(
            report ->
                new Sender(
                    names(List.of(report.partner())).getOrDefault(report.partner(), ""),
                    report.form(),
                    Optional.ofNullable(report.feedback()).orElse("")));
  }
}
