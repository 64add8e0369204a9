package org.passerelle.access;

/** A user's role; one user may hold several. The table of routes by role is in docs/routes.md. */
public enum Role {
  /** Border police, labour inspector, street worker: screens and refers. */
  FIRST_RESPONDER,
  /** Supports one person: needs, services, referrals, consents, deadlines. */
  CASE_MANAGER,
  /**
   * Assigns, approves, reviews; sees every case of the organisation that is not restricted to named
   * colleagues.
   */
  SUPERVISOR,
  /** Finds the safe place; the only role, besides the place's own staff, that sees its address. */
  PLACEMENT_OFFICER,
  /**
   * Works in a shelter: sees its residents, as far as the shelter may know; no case, no other
   * shelter, no page with an address.
   */
  HOUSE_STAFF,
  /** Retention, erasure, withdrawal, requests by the persons concerned. */
  DATA_PROTECTION_OFFICER,
  /** Receives and answers hand-overs from other countries. */
  FOCAL_POINT,
  /** State of their country's hand-overs, and who has not answered; nothing of their content. */
  NATIONAL_COORDINATOR,
  /** Suspects, networks, proceedings; never the address of a shelter. */
  PROSECUTOR,
  /** Works on the investigations to whose teams a prosecutor added them. */
  INVESTIGATOR,
  /** Reads tips of the public and decides what becomes of each; no case. */
  TRIAGE_OFFICER,
  /** Diagnoses, networks, estimates; pseudonyms only. */
  ANALYST,
  /** Projects, events, agreements, funding, report, programme and letter. */
  PROGRAMME_MANAGER,
  /** Reads, comments, approves or returns. */
  STEERING_MEMBER,
  /** Sessions, teaching tools, attendance by profession. */
  TRAINER,
  /** Users, organisations, keys, backups; no access to any case. */
  ADMINISTRATOR,
  /** The log of their own organisation, and nothing else. */
  AUDITOR,
  /** The log of all organisations of the node, and nothing else. */
  NODE_AUDITOR
}
