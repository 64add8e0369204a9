/** The pages of the programme, of projects and of funding. */
@NullMarked
package org.passerelle.steer.programme.web;

import org.jspecify.annotations.NullMarked;
