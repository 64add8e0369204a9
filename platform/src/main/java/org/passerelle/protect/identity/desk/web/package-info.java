/** Pages of border desks, designed for use while standing, with one hand. */
@NullMarked
package org.passerelle.protect.identity.desk.web;

import org.jspecify.annotations.NullMarked;
