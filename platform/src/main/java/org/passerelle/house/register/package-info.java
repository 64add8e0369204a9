/** The pages of the register: lists, entries, their forms and their revisions. */
@NullMarked
package org.passerelle.house.register;

import org.jspecify.annotations.NullMarked;
