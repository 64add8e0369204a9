/** The pages of the register: lists, entries, their forms and their revisions. */
@NullMarked
package org.passerelle.register.web;

import org.jspecify.annotations.NullMarked;
