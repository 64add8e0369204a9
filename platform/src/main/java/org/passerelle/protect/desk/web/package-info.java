/** The pages of a desk at a border: made to be used standing, with one hand. */
@NullMarked
package org.passerelle.protect.desk.web;

import org.jspecify.annotations.NullMarked;
