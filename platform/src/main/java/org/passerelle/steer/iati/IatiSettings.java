package org.passerelle.steer.iati;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the export.
 *
 * @param organisation register entry of the publishing organisation
 * @param identifier its identifier in IATI
 * @param type its code in the list OrganisationType
 * @param standard folder with the standard's {@code schema}, {@code rulesets} and {@code
 *     codelists}; without it the page cannot check the file
 */
@ConfigurationProperties("passerelle.iati")
public record IatiSettings(
    @DefaultValue("meae") String organisation,
    @DefaultValue("XM-DAC-4-6") String identifier,
    @DefaultValue("10") String type,
    @Nullable Path standard) {

  /** The publishing organisation. */
  public Publisher publisher() {
    return new Publisher(organisation, identifier, type);
  }
}
