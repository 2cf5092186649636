/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-keys.h"

#include <glib/gi18n.h>

#include "kith-onlookers.h"

const KithKey kith_keys[] = {
  { N_ ("Maps"), N_ ("New map"), "app.new", "<Control>n", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Open a map"), "app.open", "<Control>o", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Start page"), "app.start", "<Alt>Home", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Save now"), "win.save", "<Control>s", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Save as"), "win.save-as", "<Control><Shift>s", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Keep a version"), "win.keep-version", "<Control>k", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Earlier versions"), "win.versions", "<Control>h", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Revert to opened"), "win.revert", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Export as PDF, PNG or SVG"), "win.export", "<Control>e", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Print"), "win.print", "<Control>p", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Import a list"), "win.import", "<Control>i", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Close the window"), "win.close", "<Control>w", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Quit"), "app.quit", "<Control>q", KITH_KEY_EVERYWHERE },

  { N_ ("Drawing"), N_ ("Add a stakeholder"), "win.add", "n", KITH_KEY_ON_MAP },
  { NULL, N_ ("Quick entry: type or paste a list"), "win.quick-entry", "<Control><Shift>n",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Link the selected stakeholder to another"), "win.link", "l", KITH_KEY_ON_MAP },
  { NULL, N_ ("Add a linked stakeholder"), "win.add-linked", "Tab", KITH_KEY_ON_MAP },
  { NULL, N_ ("Add a sibling: linked to the same neighbour"), "win.add-sibling", "<Shift>Return",
    KITH_KEY_ON_MAP },
  { NULL, N_ ("Rename, change the words, or label a link"), "win.rename", "F2", KITH_KEY_ON_MAP },
  { NULL, N_ ("Open in the inspector"), "win.open", "Return", KITH_KEY_ON_MAP },
  { NULL, N_ ("Delete"), "win.delete", "Delete", KITH_KEY_ON_MAP },
  { NULL, N_ ("Select everything"), "win.select-all", "<Control>a", KITH_KEY_ON_MAP },
  { NULL, N_ ("Go to a neighbour"), NULL, "Left Right Up Down", KITH_KEY_ON_MAP },
  { NULL, N_ ("Find by typing a name: letters but N and L, or slash and any letters"), NULL,
    "slash", KITH_KEY_ON_MAP },
  { NULL, N_ ("Next and previous link of a stakeholder"), NULL,
    "bracketright bracketleft period comma", KITH_KEY_ON_MAP },
  { NULL, N_ ("Next link"), "win.next-link", "bracketright", KITH_KEY_COMMAND },
  { NULL, N_ ("Previous link"), "win.last-link", "bracketleft", KITH_KEY_COMMAND },
  { NULL, N_ ("From a link to its other end"), "win.cross", "<Alt>Return", KITH_KEY_ON_MAP },
  { NULL, N_ ("Lead the end with the ring to another stakeholder"), "win.reconnect", "<Control>l",
    KITH_KEY_ON_MAP },
  { NULL, N_ ("Lead the end with the ring to another stakeholder, by name"), "win.reconnect-to", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Reverse the direction of a link"), "win.reverse", "<Alt><Shift>r", KITH_KEY_ON_MAP },
  { NULL, N_ ("Label a link"), "win.label", "F2", KITH_KEY_COMMAND },
  { NULL, N_ ("Bend a link to its left"), "win.bend-left", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Bend a link to its right"), "win.bend-right", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Let a bent link run as it comes"), "win.unbend", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Pin in place, or unpin"), "win.pin", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Move a little; bend a selected link"), NULL,
    "<Control>Left <Control>Right <Control>Up <Control>Down", KITH_KEY_ON_MAP },
  { NULL, N_ ("Leave the map"), NULL, "<Control>Tab", KITH_KEY_ON_MAP },
  { NULL, N_ ("Undo"), "win.undo", "<Control>z", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Redo"), "win.redo", "<Control><Shift>z <Control>y", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Arrange the map"), "win.arrange", "<Control>r", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Arrange freely, by links"), "win.arrange-as('')", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Arrange sectors as columns"), "win.arrange-as('columns')", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Arrange sectors as segments of a ring"), "win.arrange-as('segments')", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Arrange levels as rings, neighbourhood in the middle"), "win.arrange-as('rings')",
    "", KITH_KEY_COMMAND },
  { NULL, N_ ("Arrange levels as rings, neighbourhood outside"), "win.arrange-as('rings-inward')",
    "", KITH_KEY_COMMAND },
  { NULL, N_ ("Arrange by power and interest"), "win.arrange-as('grid')", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Arrange round the selected stakeholder"), "win.arrange-as('around')", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Arrange in a circle"), "win.arrange-as('circle')", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Arrange by community"), "win.arrange-as('community')", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Arrange on the places of the background picture"), "win.arrange-as('places')", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Tidy: part what overlaps, all else stays"), "win.tidy", "<Alt><Shift>t",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Live arrange: others give way while one is dragged"), "win.live-arrange", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Remove the frame of the arrangement"), "win.remove-arrangement", "",
    KITH_KEY_COMMAND },

  { N_ ("Texts and frames"), N_ ("Add text"), "win.add-text", "<Control>t", KITH_KEY_ON_MAP },
  { NULL, N_ ("Frame the selection, or add a frame"), "win.add-frame", "<Control>g",
    KITH_KEY_ON_MAP },
  { NULL, N_ ("Add background picture"), "win.add-backdrop", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Draw a frame"), "win.draw-frame", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lock in place, or unlock"), "win.lock", "<Control><Shift>l", KITH_KEY_ON_MAP },
  { NULL, N_ ("Move frames alone, or with what lies in them"), "win.frames-alone", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("End a text of several lines"), NULL, "<Control>Return", KITH_KEY_ON_MAP },

  { N_ ("Several at once"), N_ ("Cut"), "win.cut", "<Control>x", KITH_KEY_ON_MAP },
  { NULL, N_ ("Copy"), "win.copy", "<Control>c", KITH_KEY_ON_MAP },
  { NULL, N_ ("Copy the map, or what is selected, as a picture"), "win.copy-picture",
    "<Control><Shift>c", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Paste stakeholders, names or a table"), "win.paste", "<Control>v", KITH_KEY_ON_MAP },
  { NULL, N_ ("Duplicate"), "win.duplicate", "<Control>d", KITH_KEY_ON_MAP },
  { NULL, N_ ("Align left, right, top or bottom edges"), NULL,
    "<Alt><Shift>Left <Alt><Shift>Right <Alt><Shift>Up <Alt><Shift>Down", KITH_KEY_ON_MAP },
  { NULL, N_ ("Align centres, one above the other"), "win.align-centre", "<Alt><Shift>c",
    KITH_KEY_ON_MAP },
  { NULL, N_ ("Align middles, side by side"), "win.align-middle", "<Alt><Shift>m",
    KITH_KEY_ON_MAP },
  { NULL, N_ ("Equal gaps across, or down"), NULL, "<Alt><Shift>h <Alt><Shift>v", KITH_KEY_ON_MAP },
  { NULL, N_ ("Same size"), "win.same-size", "<Alt><Shift>s", KITH_KEY_ON_MAP },
  { NULL, N_ ("Tag what is selected"), "win.tag-selection", "<Control><Shift>g",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("New shared space of what is selected"), "win.new-space", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Draw a shared space as a node, or as an outline"), "win.draw-space", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Add what is selected to a shared space"), "win.space-selection", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Merge what is selected, on a date"), "win.merge", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Split the selected stakeholder, on a date"), "win.split", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Rename the selected stakeholder from a date on"), "win.rename-from", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Close the selected stakeholder, on a date"), "win.close-stakeholder", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Align left edges"), "win.align-left", "<Alt><Shift>Left", KITH_KEY_COMMAND },
  { NULL, N_ ("Align right edges"), "win.align-right", "<Alt><Shift>Right", KITH_KEY_COMMAND },
  { NULL, N_ ("Align top edges"), "win.align-top", "<Alt><Shift>Up", KITH_KEY_COMMAND },
  { NULL, N_ ("Align bottom edges"), "win.align-bottom", "<Alt><Shift>Down", KITH_KEY_COMMAND },
  { NULL, N_ ("Equal gaps across"), "win.distribute-across", "<Alt><Shift>h", KITH_KEY_COMMAND },
  { NULL, N_ ("Equal gaps down"), "win.distribute-down", "<Alt><Shift>v", KITH_KEY_COMMAND },
  { NULL, N_ ("Arrange what is selected only"), "win.arrange-selection", "<Control><Shift>r",
    KITH_KEY_ON_MAP },

  { N_ ("Rating a link"), N_ ("Trust of the end with the ring: needs repair to deep"), NULL,
    "1...5", KITH_KEY_ON_MAP },
  { NULL, N_ ("Rate trust 1: needs repair"), "win.rate(1)", "1", KITH_KEY_COMMAND },
  { NULL, N_ ("Rate trust 2: cautious"), "win.rate(2)", "2", KITH_KEY_COMMAND },
  { NULL, N_ ("Rate trust 3: working"), "win.rate(3)", "3", KITH_KEY_COMMAND },
  { NULL, N_ ("Rate trust 4: strong"), "win.rate(4)", "4", KITH_KEY_COMMAND },
  { NULL, N_ ("Rate trust 5: deep"), "win.rate(5)", "5", KITH_KEY_COMMAND },
  { NULL, N_ ("Rate trust: not known"), "win.rate(0)", "0", KITH_KEY_COMMAND },
  { NULL, N_ ("Not known"), NULL, "0", KITH_KEY_ON_MAP },
  { NULL, N_ ("Rounds of ratings: start one, go through it, open it together"), "win.rounds",
    "<Control><Alt>r", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Pulse checks: how teams feel about working together, over time"), "win.pulses", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Enter a round of pulse checks"), "win.enter-pulses", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Change: who carries how much when"), "win.change-load", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Warning signs"), "win.warning-signs", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Inclusion: who is there, who has been heard, what shuts people out"),
    "win.inclusion", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Gaps on the map: sectors and levels where nobody is yet"), "win.gaps", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Repair plan: the next small wins"), "win.repair-plan", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Compare what drives the two that are selected"), "win.compare-drivers", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Your page: what an organisation said, what was said of it"), "win.your-page",
    "<Control><Alt>y", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Questions: ask everyone, sort the answers, bring them back"), "win.questions", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Purpose: who shares it, who sees it differently"), "win.purpose", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("The other end of the link"), "win.other-end", "Tab", KITH_KEY_ON_MAP },
  { NULL, N_ ("Add an event"), "win.add-event", "<Control><Shift>e", KITH_KEY_EVERYWHERE },

  { NULL, N_ ("What each end of a link sees, on one page"), "win.each-sees", "<Control><Alt>e",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Export what each end sees"), "win.export-sides", "", KITH_KEY_COMMAND },

  { N_ ("Looking"), N_ ("Find on the map"), "win.find", "<Control>f", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Lens: trust, from each end"), "win.lens::trust", "<Control><Alt>1",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Lens: gap between ends"), "win.lens::gap", "<Control><Alt>2", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Lens: change since a date"), "win.lens::change", "<Control><Alt>3",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Lens: plain"), "win.lens::plain", "<Control><Alt>4", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Lens: respect"), "win.lens::respect", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lens: mutual understanding"), "win.lens::understanding", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lens: age of the relationship"), "win.lens::age", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lens: last contact"), "win.lens::last-contact", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lens: conflict and repair"), "win.lens::conflict", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lens: who has been heard"), "win.lens::basis", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lens: sector"), "win.lens::sector", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lens: level"), "win.lens::level", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lens: kind of link"), "win.lens::kind", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lens: place in the story"), "win.lens::story", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lens: positions on a question"), "win.lens::positions", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lens: shared purpose"), "win.lens::purpose", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lens: pulse"), "win.lens::pulse", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lens: change load"), "win.lens::load", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Lens: shared spaces"), "win.lens::spaces", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Through the eyes of the selected stakeholder"), "win.through", "<Control><Alt>5",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Through whose eyes: choose a stakeholder"), "win.choose-through", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Through everybody’s eyes"), "win.end-through", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Show what has ended or is to come"), "win.show-ended", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Hide what has ended or is to come"), "win.hide-ended", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Filter the map"), "win.filter", "<Control><Shift>f", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Clear the filter: show everything"), "win.clear-filter", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Hide or fade what is filtered out"), "win.filter-hides", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Focus on the selection; again: one step further"), "win.focus", "F8",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Move the focus to the selection"), "win.focus-here", "<Control>F8",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Focus: one step"), "win.focus-steps(1)", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Focus: two steps"), "win.focus-steps(2)", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Focus: three steps"), "win.focus-steps(3)", "", KITH_KEY_COMMAND },
  { NULL, N_ ("End the focus"), "win.end-focus", "<Shift>F8", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Show the whole map"), "win.zoom-fit", "<Control>1 <Control>KP_1",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Zoom to what is selected"), "win.zoom-selection", "<Control>2 <Control>KP_2",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Back to where you were"), "win.back", "<Alt>Left", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Forward to where you were"), "win.forward", "<Alt>Right", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Overview: a small picture of the whole map"), "win.overview", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Show at 100 %"), "win.zoom-100", "<Control>0 <Control>KP_0", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Zoom in"), "win.zoom-in", "<Control>plus <Control>equal <Control>KP_Add",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Zoom out"), "win.zoom-out", "<Control>minus <Control>KP_Subtract",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Show inherited lines on the map, or hide them"), "win.lines", "<Control><Alt>i",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Show warning signs on the map, or hide them"), "win.signs-on-map", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Show next steps of the repair plan on the map, or hide them"), "win.plan-on-map", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Size of boxes by number of links"), "win.size-by::links", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Size of boxes by power"), "win.size-by::power", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Size of boxes by interest"), "win.size-by::interest", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Boxes all of the same size"), "win.size-by::", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Inspector"), "win.sidebar", "F9", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("To the next part of the window"), "win.next-pane", "F6", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("To the last part of the window"), "win.last-pane", "<Shift>F6",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Tables"), "win.tables", "<Control><Shift>t", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Table of stakeholders"), "win.table::stakeholders", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Table of links"), "win.table::links", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Table of events"), "win.table::events", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Table of shared spaces"), "win.table::spaces", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Tables below the canvas"), "win.tables-place::below", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Tables beside the canvas"), "win.tables-place::beside", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Tables instead of the canvas"), "win.tables-place::instead", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Search in the tables"), "win.tables-search", "<Control><Alt>f",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("What the map tells: who bridges, what hangs on one, islands, groups"),
    "win.insights", "<Control><Alt>w", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Trust sheet: who rates whom"), "win.trust-sheet", "<Control><Alt>m",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Trust sheet below the canvas"), "win.trust-sheet-place::below", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Trust sheet beside the canvas"), "win.trust-sheet-place::beside", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Trust sheet instead of the canvas"), "win.trust-sheet-place::instead", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Export the trust sheet as PDF or CSV"), "win.export-trust-sheet", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("From the tables or the trust sheet to the canvas"), "win.tables-leave", "",
    KITH_KEY_COMMAND },
  { NULL, N_ ("Legend at the top left"), "win.legend::top-left", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Legend at the top right"), "win.legend::top-right", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Legend at the bottom left"), "win.legend::bottom-left", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Legend at the bottom right"), "win.legend::bottom-right", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Hide the legend"), "win.legend::hidden", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Show for the working team"), "win.audience::team", "<Alt>1", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Show for partners"), "win.audience::partners", "<Alt>2", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Show for the public"), "win.audience::public", "<Alt>3", KITH_KEY_EVERYWHERE },

  { N_ ("Presenting"), N_ ("Present the scenes to a room; H there shows its keys"), "win.present",
    "F5", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Present from the scene that is marked"), "win.present-here", "<Shift>F5",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Workshop: a room rates one link at a time; H there shows its keys"), "win.workshop",
    "<Control>F5", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Scenes"), "win.scenes", "F4", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Make a scene of what is on screen"), "win.add-scene", "<Control>F4",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Change the words of the scene"), "win.word-scene", "", KITH_KEY_COMMAND },
  { NULL, N_ ("The scene shows what is on screen now"), "win.update-scene", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Duplicate the scene"), "win.duplicate-scene", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Delete the scene"), "win.delete-scene", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Move the scene up, or down"), NULL, "<Alt>Up <Alt>Down", KITH_KEY_ON_MAP },
  { NULL, N_ ("Move the scene up"), "win.scene-up", "<Alt>Up", KITH_KEY_COMMAND },
  { NULL, N_ ("Move the scene down"), "win.scene-down", "<Alt>Down", KITH_KEY_COMMAND },
  { NULL, N_ ("Opening scenes: who is here, what we have shared, selected links"),
    "win.opening-scenes", "", KITH_KEY_COMMAND },

  { N_ ("Time"), N_ ("Time bar"), "win.time-bar", "F7", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Play what happened, or pause"), "win.time-play", "<Shift>F7", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Back to now"), "win.time-now", "<Alt>F7", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Go to a date"), "win.time-go", "<Control>F7", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("To the next change"), "win.time-forward", "<Control>period", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("To the last change"), "win.time-back", "<Control>comma", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Mark a range: what changed within it"), "win.time-range", "<Control><Shift>F7",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("A whole play takes 20 seconds"), "win.time-seconds(20)", "", KITH_KEY_COMMAND },
  { NULL, N_ ("A whole play takes 40 seconds"), "win.time-seconds(40)", "", KITH_KEY_COMMAND },
  { NULL, N_ ("A whole play takes 90 seconds"), "win.time-seconds(90)", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Repeat the play, or not"), "win.time-loop", "", KITH_KEY_COMMAND },

  { N_ ("Over time"), N_ ("Compare two dates, versions or maps"), "win.compare", "<Control><Alt>k",
    KITH_KEY_EVERYWHERE },
  { NULL, N_ ("To the list of what changed"), "win.list-comparison", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Copy what changed as text"), "win.copy-comparison", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Export what changed as CSV"), "win.export-comparison", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Stop comparing"), "win.end-comparison", "", KITH_KEY_COMMAND },

  { N_ ("Help"), N_ ("First five minutes"), "app.help", "F1", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("All commands"), "win.commands", "<Control><Shift>p", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("Keyboard shortcuts"), "app.shortcuts", "<Control>question", KITH_KEY_EVERYWHERE },
  { NULL, N_ ("About Kith"), "app.about", "", KITH_KEY_COMMAND },
  { NULL, N_ ("Main menu"), NULL, "F10", KITH_KEY_ON_MAP },
};

const guint kith_n_keys = G_N_ELEMENTS (kith_keys);

void
kith_keys_install (GtkApplication *application)
{
  for (guint i = 0; i < kith_n_keys; i++)
    {
      g_auto (GStrv) keys = g_strsplit (kith_keys[i].keys, " ", -1);

      if (kith_keys[i].place == KITH_KEY_EVERYWHERE && kith_keys[i].action != NULL)
        gtk_application_set_accels_for_action (application, kith_keys[i].action,
                                               (const char *const *) keys);
    }
}

/* GTK 4.8 has no call to fill a shortcuts window: it takes its content from XML only. */
static char *
describe_window (void)
{
  GString *xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                               "<property name='accessible-role'>dialog</property>"
                               "<child><object class='GtkShortcutsSection'>"
                               "<property name='section-name'>keys</property>");

  for (guint i = 0; i < kith_n_keys; i++)
    {
      if (kith_keys[i].place == KITH_KEY_COMMAND)
        continue;
      if (kith_keys[i].group != NULL)
        {
          g_autofree char *group =
              g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'>"
                                       "<property name='title'>%s</property>",
                                       _ (kith_keys[i].group));

          g_string_append (xml, i > 0 ? "</object></child>" : "");
          g_string_append (xml, group);
        }

      g_autofree char *shortcut =
          g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'>"
                                   "<property name='title'>%s</property>"
                                   "<property name='accelerator'>%s</property>"
                                   "</object></child>",
                                   _ (kith_keys[i].title), kith_keys[i].keys);

      g_string_append (xml, shortcut);
    }

  g_string_append (xml, "</object></child></object></child></object></interface>");
  return g_string_free (xml, FALSE);
}

GtkWindow *
kith_keys_window_new (GtkWindow *parent)
{
  g_autofree char *xml = describe_window ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (xml, -1);
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_set_modal (window, TRUE);
  kith_onlookers_let_stay (window);
  gtk_window_set_title (window, _ ("Keyboard Shortcuts"));
  /* in GTK 4.18 its title alone does not name it */
  gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Keyboard Shortcuts"), -1);
  return window;
}
