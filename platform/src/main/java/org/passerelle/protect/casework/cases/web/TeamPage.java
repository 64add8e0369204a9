package org.passerelle.protect.casework.cases.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.User;
import org.passerelle.protect.casework.cases.Case;

/**
 * View of the team of a case.
 *
 * @param names names of the members by identifier
 * @param candidates colleagues who could be added
 */
public record TeamPage(
    Case file,
    List<UUID> members,
    Map<UUID, String> names,
    List<User> candidates,
    CaseWords words) {}
