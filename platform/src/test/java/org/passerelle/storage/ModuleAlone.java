package org.passerelle.storage;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * What a test gives a module that starts without those above it: settings and an embedded database
 * of its own. Clock and schedules are those of a {@link House}.
 */
public final class ModuleAlone {
  private ModuleAlone() {}

  /** Settings, for a {@code @DynamicPropertySource}. */
  public static void settings(DynamicPropertyRegistry registry) {
    Path folder = House.folder();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> House.remove(folder)));
    Map<String, Object> settings = House.settings(folder);
    settings.put(
        "spring.datasource.url", TestDatabases.address(House.Database.H2, folder.resolve("data")));
    settings.forEach((name, value) -> registry.add(name, () -> value));
  }

  /** Somebody of a new organisation that has a key. */
  public static SignedIn somebody(ApplicationContext module, Role role) {
    Identifiers identifiers = module.getBean(Identifiers.class);
    SignedIn who =
        new SignedIn(
            identifiers.next(),
            "Test M.",
            identifiers.next(),
            "Organisation (test)",
            EnumSet.of(role));
    module.getBean(Vault.class).createOrganisationKey(who.organisation());
    return who;
  }
}
