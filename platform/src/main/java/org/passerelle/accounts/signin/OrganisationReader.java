package org.passerelle.accounts.signin;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.pages.Reader;
import org.springframework.stereotype.Component;

/** What a page needs to know about its reader, from their organisation and account. */
@Component
class OrganisationReader implements Reader {
  private static final ZoneId REGION = ZoneId.of("Europe/Belgrade");
  private final Addressees organisations;
  private final OriginalScriptChoice names;
  private final Map<String, ZoneId> zones = new ConcurrentHashMap<>();

  OrganisationReader(Addressees organisations, OriginalScriptChoice names) {
    this.organisations = organisations;
    this.names = names;
  }

  @Override
  public boolean wishesNames(SignedIn who) {
    return names.wishes(who.user());
  }

  @Override
  public Place of(UUID organisation) {
    return organisations
        .find(organisation)
        .map(
            one ->
                new Place(
                    zones.computeIfAbsent(one.country(), OrganisationReader::zoneOf),
                    one.dutyPhone()))
        .orElse(new Place(REGION, ""));
  }

  /**
   * Every country of the strategy has one time zone; Kosovo uses Belgrade's in the zone database.
   */
  private static ZoneId zoneOf(String country) {
    Optional<String> zone =
        TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null).stream()
            .sorted()
            .findFirst();
    return country.equals("XK") ? REGION : zone.map(ZoneId::of).orElse(REGION);
  }
}
