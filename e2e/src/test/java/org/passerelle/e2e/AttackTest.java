package org.passerelle.e2e;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs the scripts of {@code e2e/attack} against the packaged application; each prints what it
 * checked.
 */
class AttackTest {
  @Test
  void theDoors() throws Exception {
    Attack.run("access.sh", Server.demo().address(), "jelena.most", Server.PASSWORD, "goran.most");
  }

  @Test
  @Tag("long")
  void theCasework() throws Exception {
    Attack.run(
        "casework.sh",
        Server.demo().address(),
        Server.demo().data().toString(),
        "jelena.most",
        "arta.ulliri",
        "goran.most",
        Server.PASSWORD);
  }

  @Test
  @Tag("long")
  void theUploads() throws Exception {
    Attack.run(
        "uploads.sh",
        Server.demo().address(),
        Server.demo().data().toString(),
        "jelena.most",
        "arta.ulliri",
        "goran.most",
        Server.PASSWORD);
  }

  @Test
  @Tag("long")
  void emergenciesAndActsOfTwoPersons() throws Exception {
    Attack.run(
        "emergency.sh",
        Server.demo().address(),
        "jelena.most",
        "dusan.most",
        "vesna.most",
        "camille.enfance",
        "goran.most",
        "zorica.most",
        Server.PASSWORD);
  }
}
