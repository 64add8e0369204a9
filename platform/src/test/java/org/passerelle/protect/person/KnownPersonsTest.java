package org.passerelle.protect.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.LongPatience;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The index of persons by the sound of their names. */
@Tag("slow")
class KnownPersonsTest {
  private final House house = House.on(House.Database.H2);

  @Test
  void aDatabaseThatIsAwayAtTheStartOnlyMakesThemLater() throws Exception {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    SomeCase.in("RS").open(house, manager);
    Away database = new Away(house.get(DataSource.class), 2);
    KnownPersons persons =
        new KnownPersons(
            JdbcClient.create(database),
            house.get(Vault.class),
            house.get(SealedJson.class),
            new SecureRandom());
    persons.start();
    try {
      assertThat(persons.await(LongPatience.SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(database.asked.get()).isGreaterThan(2);
      assertThat(persons.size(manager.organisation())).isEqualTo(1);
    } finally {
      persons.destroy();
    }
  }

  /** Fails to connect the first few times. */
  private static final class Away extends DelegatingDataSource {
    private final AtomicInteger asked = new AtomicInteger();
    private final int times;

    Away(DataSource real, int times) {
      super(real);
      this.times = times;
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (asked.getAndIncrement() < times) {
        throw new SQLTransientConnectionException("The database is away.");
      }
      return super.getConnection();
    }
  }
}
