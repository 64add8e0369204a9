package org.passerelle.protect.casework.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Saved views of the list. */
@OnBothDatabases
@Tag("postgresql")
class CaseViewsTest {
  @Parameter House house;
  private SignedIn manager;

  @BeforeEach
  void somebody() {
    manager = house.somebody(Role.CASE_MANAGER);
  }

  @Test
  void viewsAreOnesOwnOrShared() {
    CaseViews views = house.get(CaseViews.class);
    UUID own = views.keep("Моји рокови", false, "due=late", manager);
    UUID shared = views.keep("All late", true, "due=late&sort=due", manager);
    SignedIn colleague = house.colleague(manager.organisation(), Role.CASE_MANAGER);
    assertThat(views.of(manager))
        .extracting(CaseViews.View::id)
        .containsExactlyInAnyOrder(own, shared);
    assertThat(views.of(colleague)).extracting(CaseViews.View::name).containsExactly("All late");
    assertThat(views.of(house.somebody(Role.CASE_MANAGER))).isEmpty();
    assertThatThrownBy(() -> views.forget(shared, colleague)).isInstanceOf(NotFound.class);
    views.forget(shared, manager);
    assertThat(views.of(colleague)).isEmpty();
  }
}
