package org.passerelle.house;

import java.lang.reflect.Proxy;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicProcess;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.Reader;
import org.passerelle.pages.RoomEntries;
import org.passerelle.storage.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/**
 * What the process of the public pages has instead of accounts, keys and log: nobody signs in
 * there, nothing is sealed or opened, and the house writes the lines of the log.
 */
@PublicProcess
class PublicParts {
  private static final ZoneId REGION = ZoneId.of("Europe/Belgrade");

  @Bean
  Reader reader(@Value("${passerelle.house:}") String house) {
    return new Reader() {
      @Override
      public Place of(UUID organisation) {
        return new Place(REGION, "");
      }

      @Override
      public @Nullable String house() {
        return house.isEmpty() ? null : house;
      }
    };
  }

  @Bean
  RoomEntries noRooms() {
    return List::of;
  }

  @Bean
  Vault noKeys() {
    return absent(Vault.class);
  }

  @Bean
  AuditLog noLog() {
    return absent(AuditLog.class);
  }

  /** Something that others are built with and that is never called here. */
  private static <T> T absent(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(
                  "The process of the public pages has no %s: %s was called."
                      .formatted(type.getSimpleName(), method.getName()));
            }));
  }
}
