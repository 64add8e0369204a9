package org.passerelle.understand.team;

/**
 * What a team works on: the statements about its members, given by whoever owns the tables. Each is
 * a constant.
 *
 * @param subject what the log calls it
 * @param refusedLast the sentence for whoever would leave nobody
 * @param lets how many rows let {@code :user} of {@code :organisation} pass to {@code :id}
 * @param hold makes others wait who change the same team
 * @param members whoever made it first
 * @param join adds {@code :user}, by {@code :by} at {@code :now}
 * @param leave takes {@code :user} off it
 */
public record TeamTable(
    String subject,
    String refusedLast,
    String lets,
    String hold,
    String members,
    String join,
    String leave) {}
