"""What pupils are called: animals, so that nobody has to give a name."""

from sites.names import Text

ANIMALS = tuple(
    Text(vi=vi, en=en)
    for vi, en in (
        ("Rùa", "Turtle"), ("Cò", "Stork"), ("Hổ", "Tiger"), ("Voi", "Elephant"),
        ("Thỏ", "Rabbit"), ("Sóc", "Squirrel"), ("Cá heo", "Dolphin"), ("Ong", "Bee"),
        ("Gấu", "Bear"), ("Công", "Peacock"), ("Nhím", "Porcupine"), ("Cua", "Crab"),
        ("Cáo", "Fox"), ("Sếu", "Crane"), ("Tôm", "Shrimp"), ("Ngựa", "Horse"),
        ("Dế", "Cricket"), ("Mèo", "Cat"), ("Trâu", "Buffalo"), ("Én", "Swallow"),
        ("Hươu", "Deer"), ("Vịt", "Duck"), ("Bướm", "Butterfly"), ("Ếch", "Frog"),
        ("Cú", "Owl"), ("Dê", "Goat"), ("Kiến", "Ant"), ("Mực", "Squid"),
        ("Vẹt", "Parrot"), ("Chim sẻ", "Sparrow"), ("Ốc", "Snail"), ("Nai", "Sambar"),
        ("Hải âu", "Seagull"), ("Bạch tuộc", "Octopus"), ("Gà", "Hen"),
        ("Chuồn chuồn", "Dragonfly"), ("Sư tử", "Lion"), ("Rái cá", "Otter"),
        ("Sao biển", "Starfish"), ("Ngỗng", "Goose"), ("Tê tê", "Pangolin"),
        ("Bồ câu", "Pigeon"), ("Voọc", "Langur"), ("Cánh cam", "Ladybird"),
        ("Cá voi", "Whale"), ("Đại bàng", "Eagle"), ("Chào mào", "Bulbul"),
        ("Cá ngựa", "Seahorse"),
    )
)  # fmt: skip


def animal(number: int) -> Text:
    """Return the animal of a number, from 0; who comes after the last gets a number."""
    again, place = divmod(number, len(ANIMALS))
    found = ANIMALS[place]
    if not again:
        return found
    return Text(vi=f"{found.vi} {again + 1}", en=f"{found.en} {again + 1}")
